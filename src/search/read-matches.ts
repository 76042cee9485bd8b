import { type DocumentState, wholeRecords } from './document-state.ts';
import type { FindOptions } from './find.ts';
import { gatherScopes } from './gather.ts';
import { matchRecord } from './match-record.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';

/** Records that are read at a time, at least. */
const wave = 10;
/** Records of a document that are read for each word that is scattered over it, at least; a fifth of the limit where that is more. */
const scatteredRecords = 2;

interface Queued {
  ref: RecordRef;
  score: number;
  state: DocumentState;
  whole: boolean;
}

/**
 * Reads records in waves until there is enough for the limit: first those that may have every word, then those over whose
 * document the words are scattered. Gives those with every word that were left.
 */
export async function readMatches(
  archive: OpenArchive,
  states: readonly DocumentState[],
  words: readonly Word[],
  options: FindOptions,
): Promise<RecordRef[]> {
  const queue = queueOf(states, words.length, options);
  const size = Math.max(wave, options.limit);
  let found = 0;
  for (let i = 0; i < queue.length; i += size) {
    if (found >= options.limit) return queue.slice(i).flatMap(({ ref, whole }) => (whole ? ref : []));
    const read = queue.slice(i, i + size).map(async ({ ref, state }) => {
      const record = await archive.text(ref);
      const matched = { ref, record, match: matchRecord(record, words) };
      state.matches.set(ref, matched);
      found += gatherScopes([matched], new Set([...words.keys()].filter((word) => !state.named.has(word)))).length;
    });
    await Promise.all(read);
  }
  return [];
}

function queueOf(states: readonly DocumentState[], words: number, { limit, newestFirst }: FindOptions): Queued[] {
  const whole = states.flatMap((state) => wholeRecords(state).map((item) => ({ ...item, state, whole: true })));
  const most = Math.max(scatteredRecords, limit / 5);
  const scattered = words > 1 ? states.flatMap((state) => bestOfWords(state, most)) : [];
  const queue = [...whole.sort(byScore), ...scattered.sort(byScore)].filter(notSeenBefore());
  return newestFirst ? queue.sort((a, b) => b.state.document.year - a.state.document.year) : queue;
}

function bestOfWords(state: DocumentState, most: number): Queued[] {
  return state.byWord.flatMap((map) => {
    const best = [...map].sort((a, b) => b[1] - a[1]).slice(0, most);
    return best.map(([ref, score]) => ({ ref, score, state, whole: false }));
  });
}

function byScore(a: Queued, b: Queued): number {
  return b.score - a.score;
}

function notSeenBefore(): (item: Queued) => boolean {
  const seen = new Set<RecordRef>();
  return ({ ref }) => !seen.has(ref) && seen.add(ref).has(ref);
}
