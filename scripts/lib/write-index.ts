import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Kind, ShardEntry, SynonymTable } from '../../src/search/published.ts';
import type { SearchSource } from '../../src/search/search-source.ts';
import { buildSuggestions } from '../../src/search/suggestions.ts';
import { traditionalTable } from '../../src/search/traditional-table.ts';
import { writePacked, writeShard } from './write-shard.ts';

/** Documents of a shard: Pagefind holds the words of so many in memory at once. */
const documentsOfShard = 100;

/** Writes the whole index of an archive into the folder `bundle`, which is emptied first. */
export async function writeIndex(bundle: string, source: SearchSource, shardSize = documentsOfShard): Promise<ShardEntry[]> {
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(bundle, { recursive: true });
  const characters = new Set<string>();
  const seen = (character: string): void => {
    characters.add(character);
  };
  const shards: ShardEntry[] = [];
  for (const documents of shardsOf(source, shardSize)) shards.push(await writeShard(bundle, `${shards.length}`, documents, seen));
  const names = (['region', 'indicator', 'term'] as const)
    .map((kind): { kind: Kind; entities: SearchSource['entities'][typeof kind] } => ({ kind, entities: source.entities[kind] }))
    .filter(({ entities }) => entities.length > 0);
  if (names.length > 0) shards.push(await writeShard(bundle, 'names', names, seen));
  const archive: Archive = { regions: [...source.regions], shards };
  const synonyms: SynonymTable = { groups: source.synonyms.map((group) => [...group]) };
  writePacked(join(bundle, 'archive.bin'), archive);
  writePacked(join(bundle, 'synonyms.bin'), synonyms);
  writePacked(join(bundle, 'suggest.bin'), { suggestions: buildSuggestions(source) });
  writePacked(join(bundle, 't2s.bin'), traditionalTable(characters));
  return shards;
}

/** Neighbouring regions and years together, so that a filter closes as many shards as it can. */
function shardsOf({ documents }: SearchSource, size: number): SearchSource['documents'][number][][] {
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
