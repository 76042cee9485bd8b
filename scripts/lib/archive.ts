import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aliases, type Published } from '../../src/pipeline/aliases.ts';
import { type Converted, convert } from '../../src/pipeline/convert.ts';
import { type Counts, countWords, documentFrequencies, keywords } from '../../src/pipeline/keywords.ts';
import { freeId, placeIn, toRecord, wantedId } from '../../src/pipeline/record.ts';
import { terms } from '../../src/pipeline/terms.ts';
import { toMdx } from '../../src/pipeline/to-mdx.ts';
import type { Observation } from '../../src/schemas/observation.ts';
import type { ReportRecord } from '../../src/schemas/report.ts';
import { segment, teach } from '../../src/text/segment.ts';
import { loadKnowledge } from './knowledge.ts';
import { type FileMessage, listSeeds, loadManifest, readSeed, type Seed } from './seeds.ts';

/** What a conversion gives: the records, and the files of `content/` by their path. */
export interface Archive {
  records: ReportRecord[];
  observations: Observation[];
  files: Map<string, string>;
  failures: number;
}

/** What an earlier conversion published, by document id: its anchors must keep working. */
export function readArchive(out: string): Map<string, Published> {
  const file = join(out, 'reports.json');
  if (!existsSync(file)) return new Map();
  const records: (Published & { id: string })[] = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(records.map((record) => [record.id, record]));
}

/** Converts every seed below `seeds`; the files are returned, not written. */
export async function convertArchive(seeds: string, before: ReadonlyMap<string, Published>): Promise<Archive> {
  const knowledge = loadKnowledge(seeds);
  const { files: list, messages: listed } = listSeeds(seeds);
  const { manifest, messages: stated } = loadManifest(seeds);
  const archive: Archive = { records: [], observations: [], files: new Map(), failures: 0 };
  const messages: string[] = [...listed, ...stated].map((message) => fileLine(message));
  const used = new Set<string>();
  const counts: Counts[] = [];
  for (const file of list) {
    const seed = await readSeed(file, manifest);
    messages.push(...seed.messages.map((message) => line(seed, message)));
    if (seed.refused) {
      archive.failures++;
      continue;
    }
    for (const document of convert(
      { path: seed.path, value: seed.value, stated: seed.stated?.documents ?? [], pieces: seed.pieces },
      knowledge,
    )) {
      const wanted = wantedId(document);
      const id = freeId(wanted, used);
      used.add(id);
      if (id !== wanted)
        messages.push(
          line(seed, {
            rule: 'same-id',
            offset: document.range.start,
            text: `${wanted} 已经有一份，这一份编为 ${id}`,
            action: '请看是不是同一份报告',
          }),
        );
      messages.push(...document.messages.map((message) => line(seed, message)));
      counts.push(wordsOf(document, knowledge.boilerplate));
      add(archive, id, document, seed, before.get(id) ?? null);
    }
  }
  addKeywords(archive.records, counts);
  finish(archive, messages, terms(archive.records, knowledge.glossary));
  return archive;
}

function add(archive: Archive, id: string, document: Converted, seed: Seed, before: Published | null): void {
  const same = before?.seed.sha256 === seed.sha256 ? before : null;
  const old = aliases(same, document.blocks);
  const { record, observations } = toRecord(id, document, seed, old);
  archive.records.push(record);
  archive.observations.push(...observations);
  const folder = record.kind === 'report' ? 'reports' : 'articles';
  archive.files.set(
    `${folder}/${id}.mdx`,
    toMdx({ id, kind: record.kind, title: record.title, blocks: document.blocks, links: document.links, aliases: old }),
  );
}

function wordsOf({ blocks, notes, region }: Converted, boilerplate: ReadonlySet<string>): Counts {
  teach(notes.map(({ term }) => term));
  const text = blocks.filter(({ part }) => part !== 'notes').map(({ text }) => text.value);
  return countWords(segment(text.join('\n')), boilerplate, region ? [region.name, region.fullName] : []);
}

function addKeywords(records: readonly ReportRecord[], counts: readonly Counts[]): void {
  const frequencies = documentFrequencies(counts);
  records.forEach((record, i) => {
    record.keywords = keywords(counts[i] ?? new Map(), frequencies, records.length);
  });
}

function finish(archive: Archive, messages: readonly string[], all: unknown): void {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  archive.files.set('reports.json', json(archive.records));
  archive.files.set('observations.json', json(archive.observations));
  archive.files.set('terms.json', json(all));
  archive.files.set('messages.txt', messages.map((message) => `${message}\n`).join(''));
}

/** `seed:line:column: rule: what, and what to do` */
function line(
  { path, value }: Seed,
  { rule, offset, text, action }: { rule: string; offset: number; text: string; action: string },
): string {
  const place = placeIn(value)(offset);
  return `${path}:${place.line}:${place.column}: ${rule}: ${text}。${action}`;
}

const fileLine = ({ path, rule, text, action }: FileMessage): string => `${path}:1:1: ${rule}: ${text}。${action}`;
