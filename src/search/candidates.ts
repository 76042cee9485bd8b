import { queryTokens } from './grams.ts';
import type { OpenShard, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';

/** The records of a shard that may hold a word, with how well it describes them. */
export type Candidates = ReadonlyMap<RecordRef, number>;

/** One map a word: records with every pair of its characters, or of those of another name for it. Only `open` records. */
export async function findCandidates(
  shard: OpenShard,
  words: readonly Word[],
  open: (record: RecordRef) => boolean,
): Promise<Candidates[]> {
  return Promise.all(
    words.map(async ({ text, alternatives }) => {
      const found = new Map<RecordRef, number>();
      for (const map of await Promise.all([text, ...alternatives].map((name) => recordsWith(shard, name))))
        for (const [record, score] of map) if (open(record)) found.set(record, Math.max(score, found.get(record) ?? 0));
      return found;
    }),
  );
}

async function recordsWith(shard: OpenShard, text: string): Promise<Map<RecordRef, number>> {
  const postings = await Promise.all(queryTokens(text).map((token) => shard.engine.postings(token)));
  const [rarest, ...others] = postings.sort((a, b) => a.size - b.size);
  const found = new Map<RecordRef, number>();
  for (const [hash, score] of rarest ?? []) {
    const record = shard.records.get(hash);
    if (record && others.every((other) => other.has(hash)))
      found.set(
        record,
        others.reduce((sum, other) => sum + (other.get(hash) ?? 0), score),
      );
  }
  return found;
}
