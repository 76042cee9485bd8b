import { type Candidates, findCandidates } from './candidates.ts';
import { documentNames } from './document-names.ts';
import { type Filters, opensShard, passesDocument, passesPart } from './filters.ts';
import { fold } from './fold.ts';
import { gatherScopes, type MatchedRecord, type Scope } from './gather.ts';
import { matchRecord } from './match-record.ts';
import type { OpenArchive, OpenShard, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import type { DocumentEntry, EntityText, Kind } from './published.ts';

/** A term, an indicator or a region whose names have all of the words. */
export interface EntityHit {
  kind: Kind;
  entity: EntityText['entities'][number];
}

/** A document in which all of the words are; some of them may be its own place or year. */
export interface DocumentFinding {
  shard: OpenShard;
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
  /** Documents that the index offers, filtered by all but the part. */
  offered: Set<DocumentEntry>;
  /** Words that no open shard has. */
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

/** Records that are read at a time, at least. */
const wave = 10;
/** Records of a document that are read for each word that is scattered over it, at least; a fifth of the limit where that is more. */
const scatteredRecords = 4;

interface DocumentState {
  shard: OpenShard;
  document: DocumentEntry;
  /** Words that are the document's place or year. */
  named: ReadonlySet<number>;
  /** For each word its records. */
  byWord: Map<RecordRef, number>[];
  matches: Map<RecordRef, MatchedRecord>;
}

/** Everything that has the words, best candidates first, until there is enough for the limit. */
export async function find(archive: OpenArchive, words: readonly Word[], options: FindOptions): Promise<Findings> {
  const { filters } = options;
  const shards = await Promise.all(
    archive.archive.shards.filter((entry) => opensShard(entry, filters, archive.archive)).map(archive.shard),
  );
  const open = (record: RecordRef): boolean =>
    (isEntity(record.document) || passesPart(record.part, filters)) &&
    passesDocument(record.document, filters, archive.archive, entityExcept(record));
  const candidates = await Promise.all(shards.map((shard) => findCandidates(shard, words, open)));
  const entities = await findEntities(archive, words, candidates, options);
  const states = shards.flatMap((shard, i) => documentStates(archive, shard, words, candidates[i] ?? []));
  const unread = await readMatches(archive, states, words, options);
  const all = new Set(words.keys());
  return {
    entities,
    documents: states
      .map((state) => finding(state, all))
      .filter(({ scopes, besides, named }) => scopes.length + besides.length > 0 || named),
    unread,
    offered: new Set(states.map((state) => state.document)),
    missing: words.filter((_, i) => candidates.every((maps) => (maps[i]?.size ?? 0) === 0)),
  };
}

function isEntity({ kind }: DocumentEntry): boolean {
  return kind === 'term' || kind === 'indicator' || kind === 'region';
}

/** The page of a region is in no document: its own place is looked at later. */
function entityExcept({ document }: RecordRef): 'region' | undefined {
  return document.kind === 'region' ? 'region' : undefined;
}

async function findEntities(
  archive: OpenArchive,
  words: readonly Word[],
  candidates: readonly Candidates[][],
  { filters, otherNames }: FindOptions,
): Promise<EntityHit[]> {
  if (filters.has('part') || filters.has('year') || filters.has('level')) return [];
  const refs = candidates.flatMap((maps) => inAll(maps)).filter((ref) => isEntity(ref.document));
  const leaves = await Promise.all(refs.map(async (ref) => ({ kind: ref.document.kind, entities: await archive.entities(ref) })));
  return leaves
    .flatMap(({ kind, entities }) => entities.map((entity) => ({ kind, entity })))
    .filter(({ kind, entity: [, name, aliases] }) => {
      const names = otherNames || kind === 'region' ? [name, ...aliases] : [name];
      return words.every(({ text, alternatives }) => hasName(names, [text, ...alternatives]));
    })
    .filter(({ kind, entity: [url] }) => kind !== 'region' || inRegions(url, filters.get('region')));
}

function hasName(names: readonly string[], words: readonly string[]): boolean {
  return names.map(fold).some((name) => words.some((word) => name.includes(word)));
}

function inRegions(url: string, regions: ReadonlySet<string> | undefined): boolean {
  return !regions || [...regions].some((slug) => url.startsWith(`/${slug}/`));
}

function inAll([first, ...others]: readonly Candidates[]): RecordRef[] {
  return [...(first?.keys() ?? [])].filter((ref) => others.every((other) => other.has(ref)));
}

/** The documents of a shard that may have every word, here or there. */
function documentStates(
  archive: OpenArchive,
  shard: OpenShard,
  words: readonly Word[],
  candidates: readonly Candidates[],
): DocumentState[] {
  const states = new Map<DocumentEntry, DocumentState>();
  for (const [word, map] of candidates.entries())
    for (const [ref, score] of map) {
      if (isEntity(ref.document)) continue;
      const state = states.get(ref.document) ?? newState(archive, shard, ref.document, words);
      state.byWord[word]?.set(ref, score);
      states.set(ref.document, state);
    }
  return [...states.values()].filter(({ byWord, named }) => byWord.every((map, word) => map.size > 0 || named.has(word)));
}

function newState(archive: OpenArchive, shard: OpenShard, document: DocumentEntry, words: readonly Word[]): DocumentState {
  const names = words.length > 1 ? documentNames(document, archive.archive.regions) : new Set<string>();
  const named = new Set([...words.keys()].filter((i) => names.has(words[i]?.text ?? '')));
  return { shard, document, named, byWord: words.map(() => new Map()), matches: new Map() };
}

/** Reads records in waves: first those with every word, then those over whose document the words are scattered. Gives what it left. */
async function readMatches(
  archive: OpenArchive,
  states: readonly DocumentState[],
  words: readonly Word[],
  { limit, newestFirst }: FindOptions,
): Promise<RecordRef[]> {
  const whole = states.flatMap((state) => wholeRecords(state).map((item) => ({ ...item, state }))).sort((a, b) => b.score - a.score);
  const scattered = words.length > 1 ? states.flatMap((state) => scatteredRefs(state, limit).map((item) => ({ ...item, state }))) : [];
  const queue = [...whole, ...scattered.sort((a, b) => b.score - a.score)].filter(firstOfItsKind());
  if (newestFirst) queue.sort((a, b) => b.state.document.year - a.state.document.year);
  let found = 0;
  for (let i = 0; i < queue.length; i += Math.max(wave, limit)) {
    if (found >= limit) return queue.slice(i).map(({ ref }) => ref);
    await Promise.all(
      queue.slice(i, i + Math.max(wave, limit)).map(async ({ ref, state }) => {
        const record = await archive.text(ref);
        const match = matchRecord(record, words);
        state.matches.set(ref, { ref, record, match });
        found += gatherScopes([{ ref, record, match }], new Set([...words.keys()].filter((word) => !state.named.has(word)))).length;
      }),
    );
  }
  return [];
}

interface Queued {
  ref: RecordRef;
  score: number;
}

/** Records that have every word; of a document that is named those with the other words, after those with all. */
function wholeRecords({ byWord, named }: DocumentState): Queued[] {
  const queued: Queued[] = [];
  for (const ref of new Set(byWord.flatMap((map) => [...map.keys()]))) {
    if (!byWord.every((map, word) => map.has(ref) || named.has(word))) continue;
    queued.push({ ref, score: byWord.reduce((sum, map) => sum + (map.get(ref) ?? 0), 0) });
  }
  return named.size === byWord.length ? [] : queued;
}

function scatteredRefs({ byWord }: DocumentState, limit: number): Queued[] {
  const most = Math.max(scatteredRecords, limit / 5);
  return byWord.flatMap((map) => {
    const best = [...map].sort((a, b) => b[1] - a[1]).slice(0, most);
    return best.map(([ref, score]) => ({ ref, score }));
  });
}

function firstOfItsKind(): (item: Queued) => boolean {
  const seen = new Set<RecordRef>();
  return ({ ref }) => !seen.has(ref) && seen.add(ref).has(ref);
}

function finding({ shard, document, named, matches }: DocumentState, all: ReadonlySet<number>): DocumentFinding {
  const read = [...matches.values()].sort((a, b) => a.ref.order - b.ref.order);
  const scopes = gatherScopes(read, all);
  const others = new Set([...all].filter((word) => !named.has(word)));
  const taken = new Set(scopes.map((scope) => scope.anchor));
  const besides =
    named.size === 0 || others.size === 0
      ? []
      : gatherScopes(read, others).filter((scope) => scope.kind === 'passage' && !taken.has(scope.anchor));
  return { shard, document, scopes, besides, named: others.size === 0 };
}
