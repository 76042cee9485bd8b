import { pinyin } from 'pinyin-pro';
import { shortName } from './document-names.ts';
import type { Suggestion } from './published.ts';
import type { SearchSource } from './search-source.ts';

/** Suggestions of a kind at most: the file is loaded when the box is opened. */
const most = { region: 800, indicator: 200, term: 1500, keyword: 400 };

/** Names of pages and words of the archive with their pinyin: `['/hunan/changsha/kaifu/', '开福区', 'region', 'kaifuqu kfq']`. */
export function buildSuggestions({ entities, keywords }: Pick<SearchSource, 'entities' | 'keywords'>): Suggestion[] {
  const pages = (['region', 'indicator', 'term'] as const).flatMap((kind) =>
    entities[kind].slice(0, most[kind]).map(({ url, name }): Suggestion => [url, name, kind, pinyinOf(name)]),
  );
  const names = new Set(pages.flatMap(([, name, kind]) => (kind === 'region' ? [name, shortName(name)] : [name])));
  const words = [...new Set(keywords)].filter((word) => !names.has(word)).slice(0, most.keyword);
  return [...pages, ...words.map((word): Suggestion => ['', word, 'keyword', pinyinOf(word)])];
}

/** 开福区 → `kaifuqu kfq` */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((syllable) =>
    syllable.toLowerCase().replace(/[^a-z0-9]/g, ''),
  );
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return `${syllables.join('')} ${initials}`;
}
