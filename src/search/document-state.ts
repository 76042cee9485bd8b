import type { Candidates } from './candidates.ts';
import { documentNames } from './document-names.ts';
import type { MatchedRecord } from './gather.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import type { DocumentEntry } from './published.ts';

/** A document on the way from the index to the hits. */
export interface DocumentState {
  document: DocumentEntry;
  /** Words that are the document's place or year. */
  named: ReadonlySet<number>;
  /** For each word the records that may hold it, with how well it describes them. */
  byWord: Map<RecordRef, number>[];
  /** Records that were read. */
  matches: Map<RecordRef, MatchedRecord>;
}

/** Terms, indicators and regions are packed in leaves and have no text. */
export function isEntity({ kind }: DocumentEntry): boolean {
  return kind === 'term' || kind === 'indicator' || kind === 'region';
}

/** The documents that may have every word, here or there, from the candidates of a shard. */
export function documentStates(archive: OpenArchive, words: readonly Word[], candidates: readonly Candidates[]): DocumentState[] {
  const states = new Map<DocumentEntry, DocumentState>();
  for (const [word, map] of candidates.entries())
    for (const [ref, score] of map) {
      if (isEntity(ref.document)) continue;
      const state = states.get(ref.document) ?? newState(archive, ref.document, words);
      state.byWord[word]?.set(ref, score);
      states.set(ref.document, state);
    }
  return [...states.values()].filter(({ byWord, named }) => byWord.every((map, word) => map.size > 0 || named.has(word)));
}

function newState(archive: OpenArchive, document: DocumentEntry, words: readonly Word[]): DocumentState {
  const names = words.length > 1 ? documentNames(document, archive.archive.regions) : new Set<string>();
  const named = new Set([...words.keys()].filter((i) => names.has(words[i]?.text ?? '')));
  return { document, named, byWord: words.map(() => new Map()), matches: new Map() };
}

/** Records that may have every word that does not name the document; none where all of them do. */
export function wholeRecords({ byWord, named }: DocumentState): { ref: RecordRef; score: number }[] {
  if (named.size === byWord.length) return [];
  return [...new Set(byWord.flatMap((map) => [...map.keys()]))]
    .filter((ref) => byWord.every((map, word) => map.has(ref) || named.has(word)))
    .map((ref) => ({ ref, score: byWord.reduce((sum, map) => sum + (map.get(ref) ?? 0), 0) }));
}
