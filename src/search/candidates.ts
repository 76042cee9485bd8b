import { isPair, queryTokens } from './grams.ts';
import type { OpenShard, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';

/** The records of a shard that may hold a word, with how well it describes them. */
export type Candidates = ReadonlyMap<RecordRef, number>;

/** One map a word: records with every pair of its characters, or of those of another name for it. */
export async function findCandidates(shard: OpenShard, words: readonly Word[]): Promise<Candidates[]> {
  return Promise.all(
    words.map(async ({ text, alternatives }) => {
      const found = new Map<RecordRef, number>();
      for (const map of await Promise.all([text, ...alternatives].map((name) => recordsWith(shard, name))))
        for (const [record, score] of map) found.set(record, Math.max(score, found.get(record) ?? 0));
      return found;
    }),
  );
}

async function recordsWith(shard: OpenShard, text: string): Promise<Map<RecordRef, number>> {
  const found = await Promise.all(queryTokens(text).map((token) => recordsOf(shard, token)));
  const [rarest, ...others] = found.sort((a, b) => a.size - b.size);
  const all = [...(rarest ?? [])].filter(([record]) => others.every((other) => other.has(record)));
  return new Map(all.map(([record, score]) => [record, others.reduce((sum, other) => sum + (other.get(record) ?? 0), score)]));
}

/** Records with a pair of characters, from Pagefind; with a single one, from the table of characters. */
async function recordsOf(shard: OpenShard, token: string): Promise<Map<RecordRef, number>> {
  if (!isPair(token)) return new Map((await shard.recordsWith(token)).map((record) => [record, 1]));
  const found = new Map<RecordRef, number>();
  for (const [hash, score] of await shard.engine.postings(token)) {
    const record = shard.records.get(hash);
    if (record) found.set(record, score);
  }
  return found;
}
