import { aliases, type Published } from '../../src/pipeline/aliases.ts';
import { type Converted, convert } from '../../src/pipeline/convert.ts';
import { countWords } from '../../src/pipeline/keywords.ts';
import type { Message } from '../../src/pipeline/message.ts';
import { freeId, placeIn, toRecord, wantedId } from '../../src/pipeline/record.ts';
import { toMdx } from '../../src/pipeline/to-mdx.ts';
import type { Observation } from '../../src/schemas/observation.ts';
import type { ReportRecord } from '../../src/schemas/report.ts';
import { namePattern, segment, type Word } from '../../src/text/segment.ts';
import type { loadKnowledge } from './knowledge.ts';
import type { Seed } from './seeds.ts';

/** What the archive takes from a seed. */
export interface ConvertedSeed {
  /** The file could not be read. */
  refused: boolean;
  /** What is to be said of it, a message a line: `seed:line:column: rule: what, and what to do` */
  lines: string[];
  documents: ConvertedDocument[];
}

export interface ConvertedDocument {
  /** The id that it asks for; its record has the one that it got. */
  wanted: string;
  /** Without keywords, which need the words of the whole archive. */
  record: ReportRecord;
  observations: Observation[];
  mdx: string;
  /** How often each word stands that could be a keyword. */
  counts: [string, number][];
}

/** What a conversion takes from other seeds and from earlier runs, and nothing else. */
export interface Surroundings {
  /** Ids of the documents before. */
  used: ReadonlySet<string>;
  /** By id. */
  published: ReadonlyMap<string, Published>;
}

/** A seed that was read → its documents as they are published. */
export function convertSeed(seed: Seed, knowledge: ReturnType<typeof loadKnowledge>, around: Surroundings): ConvertedSeed {
  const line = liner(seed);
  const documents = seed.refused ? [] : convert({ ...seed, stated: seed.stated?.documents ?? [] }, knowledge);
  const wanted = documents.map(wantedId);
  const ids = freeIds(wanted, around.used);
  const messages = [...seed.messages, ...documents.flatMap((document, i) => [...clash(document, wanted[i], ids[i]), ...document.messages])];
  return {
    refused: seed.refused,
    lines: messages.map(line),
    documents: documents.map((document, i) => ({
      wanted: wanted[i] ?? '',
      ...published(ids[i] ?? '', document, seed, around),
      counts: wordsOf(document, knowledge.boilerplate),
    })),
  };
}

/** Whether a seed that was converted once would come out the same now: its ids are free, and its old anchors are those of today. */
export function stillHolds({ documents }: ConvertedSeed, { used, published }: Surroundings): boolean {
  const ids = freeIds(
    documents.map(({ wanted }) => wanted),
    used,
  );
  return documents.every(({ record }, i) => {
    const old = earlierAnchors(record.id, record.seed.sha256, blockEnds(record), published);
    return record.id === ids[i] && JSON.stringify(old) === JSON.stringify(record.aliases);
  });
}

/** A free id for each document of a seed, in their order. */
function freeIds(wanted: readonly string[], used: ReadonlySet<string>): string[] {
  const own: string[] = [];
  for (const each of wanted) own.push(freeId(each, { has: (id) => used.has(id) || own.includes(id) }));
  return own;
}

function clash({ range }: Converted, wanted = '', id = ''): Message[] {
  if (id === wanted) return [];
  const text = `${wanted} 已经有一份，这一份编为 ${id}`;
  return [{ rule: 'same-id', offset: range.start, text, action: '请看是不是同一份报告' }];
}

function published(
  id: string,
  document: Converted,
  seed: Seed,
  around: Surroundings,
): Pick<ConvertedDocument, 'record' | 'observations' | 'mdx'> {
  const { blocks, links } = document;
  const ends = blocks.map(({ anchor, text }) => ({ anchor, end: text.end }));
  const old = earlierAnchors(id, seed.sha256, ends, around.published);
  const { record, observations } = toRecord(id, document, seed, old);
  return { record, observations, mdx: toMdx({ id, kind: record.kind, title: record.title, blocks, links, aliases: old }) };
}

const blockEnds = ({ blocks }: ReportRecord) => blocks.map(({ id, end }) => ({ anchor: id, end }));

/** Anchors that the document had in an earlier run, where it was made from the same seed. */
function earlierAnchors(
  id: string,
  sha256: string,
  blocks: readonly { anchor: string; end: number }[],
  published: Surroundings['published'],
): Record<string, string> {
  const before = published.get(id);
  return aliases(before?.seed.sha256 === sha256 ? before : null, blocks);
}

/** Counts the words of a document; the terms that it defines are words. */
function wordsOf({ blocks, notes, region }: Converted, boilerplate: ReadonlySet<string>): [string, number][] {
  const names = namePattern(notes.map(({ term }) => term));
  return [...countWords(segmented(blocks, names), boilerplate, region ? [region.name, region.fullName] : [])];
}

/** The words of a text, a block at a time: those of a whole text of 50 MB would fill the memory. */
function* segmented(blocks: Converted['blocks'], names: RegExp | null): Generator<Word> {
  for (const { part, text } of blocks) if (part !== 'notes') yield* segment(text.value, names);
}

/** Messages of a seed → `seed:line:column: rule: what, and what to do` */
function liner({ path, value }: Seed): (message: Message) => string {
  const place = placeIn(value);
  return ({ rule, offset, text, action }) => {
    const { line, column } = place(offset);
    return `${path}:${line}:${column}: ${rule}: ${text}。${action}`;
  };
}
