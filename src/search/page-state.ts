import { type FilterName, filterNames } from './filters.ts';

/** What a search page shows; all of it stands in its address. */
export interface PageState {
  query: string;
  filters: Record<FilterName, string[]>;
  sort: 'relevance' | 'year';
  synonyms: boolean;
}

/** `?q=学位&region=hunan/changsha&year=2020&sort=year&synonyms=0` */
export function readState(search: string): PageState {
  const params = new URLSearchParams(search);
  const values = (name: FilterName): string[] =>
    params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter(Boolean);
  return {
    query: params.get('q') ?? '',
    filters: { region: values('region'), level: values('level'), year: values('year'), kind: values('kind'), part: values('part') },
    sort: params.get('sort') === 'year' ? 'year' : 'relevance',
    synonyms: params.get('synonyms') !== '0',
  };
}

export function writeState({ query, filters, sort, synonyms }: PageState): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const name of filterNames) if (filters[name].length > 0) params.set(name, filters[name].join(','));
  if (sort === 'year') params.set('sort', sort);
  if (!synonyms) params.set('synonyms', '0');
  const text = params.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}
