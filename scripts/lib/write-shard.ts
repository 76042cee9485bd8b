import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Part } from '../../src/schemas/report.ts';
import { buildEntityRecords, buildRecords, type Entity, type IndexDocument, type IndexRecord } from '../../src/search/build-records.ts';
import {
  type CharacterTable,
  characterFile,
  characterFiles,
  type DocumentEntry,
  type Kind,
  partLetters,
  type ShardEntry,
} from '../../src/search/published.ts';

/** Documents whose records one process of Pagefind holds in memory, or the leaves of a kind of names. */
export type ShardContent =
  | { entry: Omit<DocumentEntry, 'records'>; open: () => IndexDocument }[]
  | { kind: Kind; entities: readonly Entity[] }[];

/**
 * Size of a chunk of the index: a query loads one chunk for each pair of characters, and once the table of all chunks.
 * Small chunks make the table long.
 */
const chunkSize = (documents: number): string => (documents > 30 ? '2000' : '1000');
const signature = 12;

/** The document that a record is of. */
interface Owner {
  document: DocumentEntry;
  part: Part;
}

/** One shard: the name of its folder, without the hash, and what stands in it. */
export interface Shard {
  folder: string;
  content: ShardContent;
}

/** A shard that was written, and every character of its records. */
export interface WrittenShard {
  entry: ShardEntry;
  characters: string[];
}

/** Writes one shard of the index into `folder-<hash>`: Pagefind's words and the texts of the records. Its process ends with it. */
export async function writeShard(bundle: string, { folder, content }: Shard): Promise<WrittenShard> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize(content.length);
  const path = join(bundle, folder);
  for (const below of ['text', 'char']) mkdirSync(join(path, below), { recursive: true });
  const { index } = await checked(pagefind.createIndex({ forceLanguage: 'unknown' }));
  if (!index) throw new Error('Pagefind gave no index; is its package for this platform installed?');
  const owners: Owner[] = [];
  const documents: DocumentEntry[] = [];
  const characters = characterTables();
  for (const item of content) {
    const document: DocumentEntry = 'entry' in item ? { ...item.entry, records: '' } : leafEntry(item.kind);
    const records = 'entry' in item ? buildRecords(item.open()) : buildEntityRecords(item.entities);
    documents.push(document);
    for (const record of records) {
      const number = owners.push({ document, part: record.part }) - 1;
      characters.add(record.characters, number);
      writePacked(textPath(path, String(number)), record.text);
      await checked(index.addHTMLFile({ url: `/${number}/`, content: recordHtml(record) }));
    }
  }
  await checked(index.writeFiles({ outputPath: path }));
  await pagefind.close();
  for (const [n, table] of characters.tables.entries()) writePacked(join(path, 'char', `${n}.bin`), table);
  nameRecords(path, owners);
  const meta = prune(path);
  writePacked(join(path, 'table.bin'), { documents });
  const hash = createHash('sha256')
    .update(meta)
    .update(readFileSync(join(path, 'table.bin')))
    .digest('hex')
    .slice(0, 8);
  renameSync(path, `${path}-${hash}`);
  const entry = {
    folder: `${folder}-${hash}`,
    meta,
    kinds: [...new Set(documents.map((document) => document.kind))],
    regions: [...new Set(documents.map((document) => document.region))].filter(Boolean),
    years: [...new Set(documents.map((document) => document.year))].filter((year) => year > 0).sort(),
  };
  return { entry, characters: characters.all() };
}

/** Gzipped by us, without a date and the name of a system, so that two builds are alike. */
export function writePacked(path: string, value: unknown): void {
  writeFileSync(path, gzipSync(JSON.stringify(value), { level: 9 }));
}

/** Collects which records hold a character, in tables by its code. */
function characterTables(): {
  tables: readonly CharacterTable[];
  add: (characters: ReadonlySet<string>, record: number) => void;
  all: () => string[];
} {
  const tables = Array.from({ length: characterFiles }, (): CharacterTable => ({ records: {} }));
  const last = new Map<string, number>();
  const add = (characters: ReadonlySet<string>, record: number): void => {
    for (const character of characters) {
      const records = tables[characterFile(character)]?.records ?? {};
      const steps = records[character] ?? [];
      steps.push(record - (last.get(character) ?? 0));
      records[character] = steps;
      last.set(character, record);
    }
  };
  return { tables, add, all: () => [...last.keys()] };
}

function textPath(shard: string, name: string): string {
  return join(shard, 'text', `${name}.bin`);
}

function leafEntry(kind: Kind): DocumentEntry {
  return { kind, title: '', url: '', region: '', year: 0, records: '' };
}

async function checked<T extends { errors: string[] }>(answer: Promise<T>): Promise<T> {
  const result = await answer;
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}

/** The words that are looked up and nothing else; those of headings weigh more. */
function recordHtml({ strong, weak }: IndexRecord): string {
  return `<html lang="unknown"><body><p data-pagefind-weight="5">${strong}</p><p>${weak}</p></body></html>`;
}

/** Pagefind names a record by a hash that only its fragment tells. Each text gets that name, each document its records. */
function nameRecords(path: string, owners: readonly Owner[]): void {
  const hashes: string[] = [];
  for (const file of readdirSync(join(path, 'fragment'))) {
    const fragment: unknown = JSON.parse(
      gunzipSync(readFileSync(join(path, 'fragment', file)))
        .subarray(signature)
        .toString(),
    );
    hashes[numberOf(fragment)] = file.slice(file.indexOf('_') + 1, file.indexOf('.'));
  }
  for (const [i, { document, part }] of owners.entries()) {
    const hash = hashes[i];
    if (!hash) throw new Error(`Pagefind lost record ${i} of ${path}; is it version 1.6.0?`);
    document.records += `${document.records && ','}${partLetters[part]}${hash}`;
    renameSync(textPath(path, String(i)), textPath(path, hash));
  }
}

function numberOf(fragment: unknown): number {
  if (typeof fragment === 'object' && fragment !== null && 'url' in fragment && typeof fragment.url === 'string')
    return Number(fragment.url.replaceAll('/', ''));
  throw new Error('a fragment of Pagefind has no url; is it version 1.6.0?');
}

/** Keeps the chunks and the table of them; one engine serves all shards. Gives the name of the table. */
function prune(path: string): string {
  const files = readdirSync(path);
  const meta = files.find((file) => file.endsWith('.pf_meta'));
  if (!meta) throw new Error(`Pagefind wrote no metadata to ${path}`);
  renameSync(join(path, 'wasm.unknown.pagefind'), join(path, '..', 'wasm.pagefind'));
  for (const file of files)
    if (file !== meta && file !== 'index' && file !== 'text' && file !== 'char') rmSync(join(path, file), { recursive: true, force: true });
  return meta;
}
