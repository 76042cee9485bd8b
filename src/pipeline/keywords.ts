import type { Word } from '../text/segment.ts';

/** How often each word stands in a report, of the words that could be keywords. */
export type Counts = ReadonlyMap<string, number>;

/** 产业 n, 深圳 ns, 海绵城市 nz, 招商 vn, RCEP eng, 马栏山 x (a word the dictionary lacks); no verbs, no function words, no names of people. */
const content = /^(?:n|ng|ns|nt|nz|vn|j|eng|x)$/u;
/** Names and coined terms tell reports apart better than common nouns. */
const named = /^(?:ns|nt|nz|eng|x)$/u;
const nameWeight = 1.5;
/** 减不增, 每万人: pieces of phrases that stand as words which the dictionary lacks. */
const phrase = /[是不的了在和与为每多这那有先]/u;
/** XX stands where a portal took a name away. */
const longEnough = /^(?:[\u4e00-\u9fff]{2,}|(?!X+$)[A-Z]{2,}[A-Za-z0-9-]*|[A-Za-z]{4,})$/u;
/** Kept of each report: enough that the best are among them whatever the archive. */
const kept = 120;

/**
 * Counts what could be a keyword of a report. `boilerplate`: words of `seeds/keywords.yml`; `own`: names of the region, which say
 * nothing about its own report.
 */
export function countWords(words: Iterable<Word>, boilerplate: ReadonlySet<string>, own: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const { word, tag } of words) {
    if (!content.test(tag) || !longEnough.test(word) || boilerplate.has(word) || (tag === 'x' && phrase.test(word))) continue;
    if (own.some((name) => name.includes(word) || word === name)) continue;
    counts.set(word, (counts.get(word) ?? 0) + (named.test(tag) ? nameWeight : 1));
  }
  const often = [...counts].filter(([, count]) => count > 2).sort(([a, n], [b, m]) => m - n || compare(a, b));
  return new Map(often.slice(0, kept));
}

/** In how many reports of the archive each word stands. */
export function documentFrequencies(archive: Iterable<Counts>): Map<string, number> {
  const result = new Map<string, number>();
  for (const counts of archive) for (const word of counts.keys()) result.set(word, (result.get(word) ?? 0) + 1);
  return result;
}

/** The words that tell a report from the others of the archive, best first: TF-IDF, at most `limit`. */
export function keywords(counts: Counts, frequencies: ReadonlyMap<string, number>, reports: number, limit = 8): string[] {
  const weight = (word: string, count: number): number => {
    const rare = Math.log((reports + 1) / ((frequencies.get(word) ?? 0) + 0.5));
    return count ** 0.8 * (word.length > 2 ? 1.3 : 1) * Math.max(rare, 0.05);
  };
  const ranked = [...counts].map(([word, count]) => ({ word, weight: weight(word, count) }));
  ranked.sort((a, b) => b.weight - a.weight || compare(a.word, b.word));
  const best: string[] = [];
  for (const { word } of ranked) {
    // 盐田港 says what 盐田 says.
    if (best.length < limit && !best.some((other) => other.includes(word) || word.includes(other))) best.push(word);
  }
  return best;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
