import { countFacets, type Facets } from './facets.ts';
import { type FilterInput, readFilters } from './filters.ts';
import { find } from './find.ts';
import { type Hit, hitsOf } from './hits.ts';
import { findNearest } from './nearest.ts';
import { openArchive } from './open-archive.ts';
import { parseQuery, type Word } from './parse-query.ts';
import type { Archive, SynonymTable } from './published.ts';
import { type Widening, widen } from './synonyms.ts';
import { simplify } from './traditional.ts';

export interface SearchOptions {
  /** How many hits; without it all of them. */
  limit?: number;
  filters?: FilterInput;
  /** Other names count as the word: GDP = 地区生产总值. On unless it is false. */
  synonyms?: boolean;
  sort?: 'relevance' | 'year';
}

export interface SearchResult {
  /** Hits in all; where the limit left records unread, at least that many. */
  total: number;
  /** Every candidate was read: `total` is exact. */
  complete: boolean;
  hits: Hit[];
  /** Nothing contains the words: these are 相近结果. */
  nearest: boolean;
  /** The words as they were looked for. */
  words: string[];
  widened: Widening[];
  /** Words that stand nowhere in what the filters leave open. */
  missing: string[];
  /** Reports by value of each filter, the other filters applied. */
  counts: Facets;
}

export interface Search {
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /** Loads what every query needs. */
  preload(): Promise<Archive>;
}

const empty: SearchResult = {
  total: 0,
  complete: true,
  hits: [],
  nearest: false,
  words: [],
  widened: [],
  missing: [],
  counts: { region: {}, level: {}, year: {}, kind: {}, part: {} },
};

/** The search of an archive; `bundle` is the URL of the folder of its index. Nothing is loaded before the first query. */
export function create({ bundle }: { bundle: string }): Search {
  const folder = folderUrl(bundle);
  let opened: ReturnType<typeof openArchive> | undefined;
  const open = (): ReturnType<typeof openArchive> => {
    opened ??= openArchive(folder.href).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    preload: async () => (await open()).archive,
    search: async (query, { limit = Number.POSITIVE_INFINITY, filters: input = {}, synonyms = true, sort = 'relevance' } = {}) => {
      const typed = parseQuery(query);
      if (typed.length === 0) return empty;
      const archive = await open();
      const filters = readFilters(input, archive.archive.regions);
      const options = { filters, limit: Math.max(1, limit), otherNames: synonyms, newestFirst: sort === 'year' };
      const { groups } = synonyms ? await archive.read<SynonymTable>('synonyms.bin', 'groups') : { groups: [] };
      const attempt = async (wanted: readonly Word[]) => {
        const { words, widened } = widen(wanted, groups);
        return { words, widened, findings: await find(archive, words, options) };
      };
      let { words, widened, findings } = await attempt(typed);
      const simple = findings.missing.length > 0 ? await simplify(words, archive) : undefined;
      if (simple) ({ words, widened, findings } = await attempt(simple));
      const context = { archive: archive.archive, base: new URL('..', folder), words, sort };
      const hits = hitsOf(findings, context);
      const found = { words: words.map((word) => word.text), widened, missing: findings.missing.map((word) => word.source) };
      if (hits.length === 0) {
        const near = await findNearest(archive, words, options, context);
        return { ...empty, ...found, total: near.length, hits: near, nearest: near.length > 0 };
      }
      return {
        ...found,
        total: Math.max(hits.length, Math.min(hits.length, options.limit) + findings.unread.length),
        complete: findings.unread.length === 0,
        hits: hits.slice(0, options.limit),
        nearest: false,
        counts: countFacets(findings, filters, archive.archive),
      };
    },
  };
}

/** `/repository/pagefind` → its absolute URL with a slash at the end. */
function folderUrl(bundle: string): URL {
  const here = typeof location === 'undefined' ? undefined : location.href;
  return new URL(bundle.endsWith('/') ? bundle : `${bundle}/`, here);
}
