import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Published } from '../../src/pipeline/aliases.ts';
import { documentFrequencies, keywords } from '../../src/pipeline/keywords.ts';
import { archiveMatcher, type DefiningReport, inUse, terms, usesAdder } from '../../src/pipeline/terms.ts';
import type { Manifest } from '../../src/schemas/manifest.ts';
import type { ReportRecord } from '../../src/schemas/report.ts';
import type { ConversionCache } from './conversion-cache.ts';
import { type ConvertedDocument, type ConvertedSeed, convertSeed, type Surroundings, stillHolds } from './convert-seed.ts';
import { type JsonArray, readLines, writeJsonArray } from './json-array.ts';
import { loadKnowledge } from './knowledge.ts';
import { type FileMessage, listSeeds, loadManifest, type OpenSeed, openSeed, readSeed, readText, type SeedFile } from './seeds.ts';
import type { ContentWriter } from './write-content.ts';

/** What happens on the way, for the console. */
export interface Watcher {
  /** Before the first seed: how many there are. */
  begin?(seeds: number): void;
  document?(record: ReportRecord, observations: number, unchanged: boolean): void;
  /** After each seed. */
  seed?(file: SeedFile): void;
}

/** How many seeds were converted, were taken from the cache as they were, and could not be read. */
export interface Outcome {
  converted: number;
  unchanged: number;
  failures: number;
}

/**
 * Converts every seed below `seeds` that `cache` does not hold as it would come out now. One seed is in memory at a time: its
 * documents are written at once, but for their keywords, which need the words of all; the records wait in a temporary file.
 */
export async function convertArchive(
  seeds: string,
  before: ReadonlyMap<string, Published>,
  writer: ContentWriter,
  watch: Watcher = {},
  cache: ConversionCache | null = null,
): Promise<Outcome> {
  const waiting = mkdtempSync(join(tmpdir(), 'convert-'));
  try {
    return await convertAll(seeds, before, writer, watch, cache, join(waiting, 'records.jsonl'));
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

async function convertAll(
  seeds: string,
  published: ReadonlyMap<string, Published>,
  writer: ContentWriter,
  watch: Watcher,
  cache: ConversionCache | null,
  waiting: string,
): Promise<Outcome> {
  const knowledge = loadKnowledge(seeds);
  const { files, messages: listed } = listSeeds(seeds);
  const { manifest, messages: stated } = loadManifest(seeds);
  const gathered: Gathered = { used: new Set(), frequencies: new Map(), defining: [] };
  const observations = writeJsonArray(writer, 'observations.json');
  const say = (lines: readonly string[]): void => writer.append('messages.txt', lines.map((line) => `${line}\n`).join(''));
  say([...listed, ...stated].map(fileLine));
  const outcome: Outcome = { converted: 0, unchanged: 0, failures: 0 };
  watch.begin?.(files.length);
  for (const file of files) {
    const opened = await openSeed(file, manifest);
    const around = { used: gathered.used, published };
    const known = unchanged(opened, around, cache);
    const seed = known ?? convertSeed(await readText(opened), knowledge, around);
    if (!known && opened.bytes) cache?.put(opened, seed);
    outcome[known ? 'unchanged' : 'converted']++;
    if (seed.refused) outcome.failures++;
    say(seed.lines);
    for (const document of seed.documents) {
      gather(document, gathered);
      write(document, writer, observations);
      await appendFile(waiting, `${JSON.stringify({ record: document.record, counts: document.counts })}\n`);
      watch.document?.(document.record, document.observations.length, known !== null);
    }
    watch.seed?.(file);
  }
  observations.close();
  cache?.sweep();
  const all = terms(gathered.defining, knowledge.glossary);
  const addUses = usesAdder(all, archiveMatcher(all));
  const reread = rereader(files, manifest);
  for (const record of finishRecords(waiting, gathered, writer)) addUses(record, await reread(record.seed.path));
  const written = writeJsonArray(writer, 'terms.json');
  for (const term of inUse(all)) written.push(term);
  written.close();
  return outcome;
}

/** What the cache holds of a seed, where it would come out the same now. */
function unchanged(seed: OpenSeed, around: Surroundings, cache: ConversionCache | null): ConvertedSeed | null {
  const known = seed.bytes && cache ? cache.get(seed) : null;
  return known && stillHolds(known, around) ? known : null;
}

function gather({ record, counts }: ConvertedDocument, { used, frequencies, defining }: Gathered): void {
  used.add(record.id);
  for (const word of documentFrequencies([new Map(counts)]).keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  defining.push({ id: record.id, notes: record.notes });
}

function write({ record, observations, mdx }: ConvertedDocument, writer: ContentWriter, to: JsonArray): void {
  for (const observation of observations) to.push(observation);
  writer.write(`${record.kind === 'report' ? 'reports' : 'articles'}/${record.id}.mdx`, mdx);
}

/** Gives the waiting records their keywords, now that the words of all are counted, and writes them. */
function* finishRecords(waiting: string, { used, frequencies }: Gathered, writer: ContentWriter): Generator<ReportRecord> {
  const reports = writeJsonArray(writer, 'reports.json');
  for (const row of existsSync(waiting) ? readLines(waiting) : []) {
    const { record, counts }: Pick<ConvertedDocument, 'record' | 'counts'> = JSON.parse(row);
    reports.push({ ...record, keywords: keywords(new Map(counts), frequencies, used.size) });
    yield record;
  }
  reports.close();
}

/** Reads seeds a second time; the one read last is kept, since its documents follow each other. */
function rereader(files: readonly SeedFile[], manifest: Manifest): (path: string) => Promise<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  let last = { path: '', value: '' };
  return async (path) => {
    const file = byPath.get(path);
    if (file && last.path !== path) last = await readSeed(file, manifest);
    return last.value;
  };
}

const fileLine = ({ path, rule, text, action }: FileMessage): string => `${path}:1:1: ${rule}: ${text}。${action}`;
