import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aliases, type Published } from '../../src/pipeline/aliases.ts';
import { type Converted, convert } from '../../src/pipeline/convert.ts';
import { type Counts, countWords, documentFrequencies, keywords } from '../../src/pipeline/keywords.ts';
import type { Message } from '../../src/pipeline/message.ts';
import { freeId, placeIn, toRecord, wantedId } from '../../src/pipeline/record.ts';
import { addUses, archiveMatcher, type DefiningReport, inUse, terms } from '../../src/pipeline/terms.ts';
import { toMdx } from '../../src/pipeline/to-mdx.ts';
import type { Manifest } from '../../src/schemas/manifest.ts';
import type { ReportRecord } from '../../src/schemas/report.ts';
import { namePattern, segment, type Word } from '../../src/text/segment.ts';
import { type JsonArray, readLines, writeJsonArray } from './json-array.ts';
import { loadKnowledge } from './knowledge.ts';
import { type FileMessage, listSeeds, loadManifest, readSeed, type Seed, type SeedFile } from './seeds.ts';
import type { ContentWriter } from './write-content.ts';

/** What happens on the way, for the console. */
export interface Watcher {
  /** Before the first seed: how many there are. */
  begin?(seeds: number): void;
  document?(record: ReportRecord, observations: number): void;
  /** After each seed. */
  seed?(file: SeedFile): void;
}

/**
 * Converts every seed below `seeds`. One document is in memory at a time: each is written at once, but for its keywords, which
 * need the words of all; its record waits in a temporary file. Returns how many files could not be read.
 */
export async function convertArchive(
  seeds: string,
  before: ReadonlyMap<string, Published>,
  writer: ContentWriter,
  watch: Watcher = {},
): Promise<number> {
  const waiting = mkdtempSync(join(tmpdir(), 'convert-'));
  try {
    return await convertAll(seeds, before, writer, watch, join(waiting, 'records.jsonl'));
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

/** What grows with the archive: ids, frequencies of words, and the notes that make up the glossary. */
interface Gathered {
  used: Set<string>;
  frequencies: Map<string, number>;
  defining: DefiningReport[];
}

async function convertAll(seeds: string, before: ReadonlyMap<string, Published>, writer: ContentWriter, watch: Watcher, waiting: string) {
  const knowledge = loadKnowledge(seeds);
  const { files, messages: listed } = listSeeds(seeds);
  const { manifest, messages: stated } = loadManifest(seeds);
  const gathered: Gathered = { used: new Set(), frequencies: new Map(), defining: [] };
  const observations = writeJsonArray(writer, 'observations.json');
  const say = (lines: readonly string[]): void => writer.append('messages.txt', lines.map((line) => `${line}\n`).join(''));
  say([...listed, ...stated].map(fileLine));
  let failures = 0;
  watch.begin?.(files.length);
  for (const file of files) {
    const seed = await readSeed(file, manifest);
    const line = liner(seed);
    say(seed.messages.map(line));
    if (seed.refused) failures++;
    const documents = seed.refused ? [] : convert({ ...seed, stated: seed.stated?.documents ?? [] }, knowledge);
    for (const document of documents) {
      const { id, messages } = claimId(document, gathered.used);
      say(messages.map(line));
      const counts = wordsOf(document, knowledge.boilerplate);
      const record = write(id, document, seed, before.get(id) ?? null, writer, observations, watch);
      for (const word of documentFrequencies([counts]).keys()) gathered.frequencies.set(word, (gathered.frequencies.get(word) ?? 0) + 1);
      gathered.defining.push({ id, notes: record.notes });
      await appendFile(waiting, `${JSON.stringify({ record, counts: [...counts] })}\n`);
    }
    watch.seed?.(file);
  }
  observations.close();
  const all = terms(gathered.defining, knowledge.glossary);
  const reread = rereader(files, manifest);
  const match = archiveMatcher(all);
  for (const record of finishRecords(waiting, gathered, writer)) addUses(all, match, record, await reread(record.seed.path));
  const written = writeJsonArray(writer, 'terms.json');
  for (const term of inUse(all)) written.push(term);
  written.close();
  return failures;
}

/** A free id for a document, and what is to be said about the document. */
function claimId(document: Converted, used: Set<string>): { id: string; messages: Message[] } {
  const wanted = wantedId(document);
  const id = freeId(wanted, used);
  used.add(id);
  if (id === wanted) return { id, messages: document.messages };
  const text = `${wanted} 已经有一份，这一份编为 ${id}`;
  const same = { rule: 'same-id', offset: document.range.start, text, action: '请看是不是同一份报告' };
  return { id, messages: [same, ...document.messages] };
}

function write(
  id: string,
  document: Converted,
  seed: Seed,
  before: Published | null,
  writer: ContentWriter,
  to: JsonArray,
  watch: Watcher,
): ReportRecord {
  const same = before?.seed.sha256 === seed.sha256 ? before : null;
  const old = aliases(same, document.blocks);
  const { record, observations } = toRecord(id, document, seed, old);
  for (const observation of observations) to.push(observation);
  const folder = record.kind === 'report' ? 'reports' : 'articles';
  const { blocks, links } = document;
  writer.write(`${folder}/${id}.mdx`, toMdx({ id, kind: record.kind, title: record.title, blocks, links, aliases: old }));
  watch.document?.(record, observations.length);
  return record;
}

/** Gives the waiting records their keywords, now that the words of all are counted, and writes them. */
function* finishRecords(waiting: string, { used, frequencies }: Gathered, writer: ContentWriter): Generator<ReportRecord> {
  const reports = writeJsonArray(writer, 'reports.json');
  for (const row of existsSync(waiting) ? readLines(waiting) : []) {
    const { record, counts }: { record: ReportRecord; counts: [string, number][] } = JSON.parse(row);
    reports.push({ ...record, keywords: keywords(new Map(counts), frequencies, used.size) });
    yield record;
  }
  reports.close();
}

/** Reads seeds a second time; the one read last is kept, since its documents follow each other. */
function rereader(files: readonly SeedFile[], manifest: Manifest): (path: string) => Promise<string> {
  let last = { path: '', value: '' };
  return async (path) => {
    const file = files.find((one) => one.path === path);
    if (file && last.path !== path) last = await readSeed(file, manifest);
    return last.value;
  };
}

/** Counts the words of a document; the terms that it defines are words. */
function wordsOf({ blocks, notes, region }: Converted, boilerplate: ReadonlySet<string>): Counts {
  const names = namePattern(notes.map(({ term }) => term));
  return countWords(segmented(blocks, names), boilerplate, region ? [region.name, region.fullName] : []);
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

const fileLine = ({ path, rule, text, action }: FileMessage): string => `${path}:1:1: ${rule}: ${text}。${action}`;
