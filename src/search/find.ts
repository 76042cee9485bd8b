import { type Candidates, findCandidates } from './candidates.ts';
import { type DocumentState, documentStates } from './document-state.ts';
import { type Filters, opensShard, passesDocument, passesPart } from './filters.ts';
import { type EntityHit, findEntities } from './find-entities.ts';
import { gatherScopes, type Scope } from './gather.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import type { DocumentEntry } from './published.ts';
import { readMatches } from './read-matches.ts';

/** A document in which all of the words are; some of them may be its own place or year. */
export interface DocumentFinding {
  document: DocumentEntry;
  /** Scopes that have every word literally. */
  scopes: Scope[];
  /** Passages that have the words which are not the document's place or year; none where every word is literal. */
  besides: Scope[];
  /** Every word says which document is meant. */
  named: boolean;
}

export interface Findings {
  entities: EntityHit[];
  documents: DocumentFinding[];
  /** Candidates that the limit left unread. */
  unread: RecordRef[];
  /** Documents that the index offers, whatever the filters say. */
  offered: DocumentState[];
  /** Words that nothing has which the filters leave open. */
  missing: Word[];
}

export interface FindOptions {
  filters: Filters;
  limit: number;
  /** A term or an indicator is found by its other names as well. */
  otherNames: boolean;
  /** Newest documents first, so that a limit leaves the older ones unread. */
  newestFirst: boolean;
}

/** Everything that has the words, best candidates first, until there is enough for the limit. */
export async function find(archive: OpenArchive, words: readonly Word[], options: FindOptions): Promise<Findings> {
  const { filters } = options;
  const entries = archive.archive.shards.filter((entry) => opensShard(entry, filters, archive.archive));
  const shards = await Promise.all(entries.map(archive.shard));
  const candidates = await Promise.all(shards.map((shard) => findCandidates(shard, words)));
  const passes = (ref: RecordRef): boolean => passesPart(ref.part, filters) && passesDocument(ref.document, filters, archive.archive);
  const open = candidates.map((maps) => maps.map((map) => new Map([...map].filter(([ref]) => passes(ref)))));
  const entities = await findEntities(archive, words, candidates, options);
  const states = open.flatMap((maps) => documentStates(archive, words, maps));
  const unread = await readMatches(archive, states, words, options);
  return {
    entities,
    documents: states.map(finding).filter(({ scopes, besides, named }) => scopes.length + besides.length > 0 || named),
    unread,
    offered: candidates.flatMap((maps) => documentStates(archive, words, maps)),
    missing: words.filter((_, i) => isMissing(i, open) && (entities.length === 0 || isMissing(i, candidates))),
  };
}

function isMissing(word: number, candidates: readonly (readonly Candidates[])[]): boolean {
  return candidates.every((maps) => (maps[word]?.size ?? 0) === 0);
}

function finding({ document, named, byWord, matches }: DocumentState): DocumentFinding {
  const all = new Set(byWord.keys());
  const others = new Set([...all].filter((word) => !named.has(word)));
  const read = [...matches.values()].sort((a, b) => a.ref.order - b.ref.order);
  const scopes = gatherScopes(read, all);
  const taken = new Set(scopes.map((scope) => scope.anchor));
  const partly = named.size === 0 || others.size === 0 ? [] : gatherScopes(read, others);
  const besides = partly.filter((scope) => scope.kind === 'passage' && !taken.has(scope.anchor));
  return { document, scopes, besides, named: others.size === 0 };
}
