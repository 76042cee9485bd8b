import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Kind, SynonymTable } from '../../src/search/published.ts';
import type { SearchSource } from '../../src/search/search-source.ts';
import { buildSuggestions } from '../../src/search/suggestions.ts';
import { traditionalTable } from '../../src/search/traditional-table.ts';
import { type Shard, type WrittenShard, writePacked, writeShard } from './write-shard.ts';

/** Documents of a shard: Pagefind holds the words of so many in memory at once. */
const documentsOfShard = 100;

/** Writes the whole index of an archive into the folder `bundle`, which is emptied first, a shard after the other. */
export async function writeIndex(bundle: string, source: SearchSource, shardSize = documentsOfShard): Promise<void> {
  emptyBundle(bundle);
  const written: WrittenShard[] = [];
  for (const shard of shardsOf(source, shardSize)) written.push(await writeShard(bundle, shard));
  writeTables(bundle, source, written);
}

export function emptyBundle(bundle: string): void {
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(bundle, { recursive: true });
}

/** The shards of an archive: its documents, a part of them each, and last the names of regions, indicators and terms. */
export function shardsOf(source: SearchSource, size = documentsOfShard): Shard[] {
  const names = (['region', 'indicator', 'term'] as const)
    .map((kind): { kind: Kind; entities: SearchSource['entities'][typeof kind] } => ({ kind, entities: source.entities[kind] }))
    .filter(({ entities }) => entities.length > 0);
  const documents = partsOf(source, size).map((content, i) => ({ folder: `${i}`, content }));
  return names.length > 0 ? [...documents, { folder: 'names', content: names }] : documents;
}

/** What belongs to all shards together; `written` in the order of `shardsOf`. */
export function writeTables(bundle: string, source: SearchSource, written: readonly WrittenShard[]): void {
  const archive: Archive = { regions: [...source.regions], shards: written.map(({ entry }) => entry) };
  const synonyms: SynonymTable = { groups: source.synonyms.map((group) => [...group]) };
  const characters = new Set(written.flatMap((shard) => shard.characters));
  writePacked(join(bundle, 'archive.bin'), archive);
  writePacked(join(bundle, 'synonyms.bin'), synonyms);
  writePacked(join(bundle, 'suggest.bin'), { suggestions: buildSuggestions(source) });
  writePacked(join(bundle, 't2s.bin'), traditionalTable(characters));
}

/** Neighbouring regions and years together, so that a filter closes as many shards as it can. */
function partsOf({ documents }: SearchSource, size: number): SearchSource['documents'][number][][] {
  const sorted = [...documents].sort(
    (a, b) => compare(a.entry.region, b.entry.region) || a.entry.year - b.entry.year || compare(a.entry.url, b.entry.url),
  );
  const count = Math.max(1, Math.ceil(sorted.length / size));
  return Array.from({ length: count }, (_, i) =>
    sorted.slice(Math.floor((i * sorted.length) / count), Math.floor(((i + 1) * sorted.length) / count)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
