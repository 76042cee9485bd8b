import { loadPacked, loadPackedJson } from './load-packed.ts';
import { type OpenRecord, openRecord } from './open-record.ts';
import { compileEngine, type Engine, keep, type Load, openEngine } from './pagefind-engine.ts';
import {
  type Archive,
  type CharacterTable,
  characterFile,
  type DocumentEntry,
  type EntityText,
  type RecordText,
  type ShardEntry,
  type ShardTable,
} from './published.ts';

/** A record of a shard with the document that it belongs to. */
export interface RecordRef {
  shard: OpenShard;
  document: DocumentEntry;
  hash: string;
  /** Letter of its part. */
  part: string;
  /** Its place in the document. */
  order: number;
}

export interface OpenShard {
  entry: ShardEntry;
  engine: Engine;
  records: ReadonlyMap<string, RecordRef>;
  /** The records that hold a character. */
  recordsWith(character: string): Promise<RecordRef[]>;
  /** In the order of the archive. */
  documents: readonly DocumentEntry[];
}

export interface OpenArchive {
  archive: Archive;
  shard(entry: ShardEntry): Promise<OpenShard>;
  text(record: RecordRef): Promise<OpenRecord>;
  entities(record: RecordRef): Promise<EntityText['entities']>;
  /** A file of the index, unpacked and parsed; `key` is one of its fields and tells whether it is the right one. */
  read<T extends object>(path: string, key: keyof T): Promise<T>;
}

/** Opens the index below the URL `bundle`: one small file; shards and texts come when they are asked for. */
export async function openArchive(bundle: string): Promise<OpenArchive> {
  const load: Load = (path) => loadPacked(new URL(path, bundle).href);
  const files = new Map<string, Promise<unknown>>();
  const read = async <T extends object>(path: string, key: keyof T): Promise<T> => {
    // The one file without a hash in its path tells the paths of the others: it must be that of the site as it is now.
    const options: RequestInit = path === 'archive.bin' ? { cache: 'no-cache' } : {};
    const value = await keep(files, path, () => loadPackedJson(new URL(path, bundle).href, options));
    if (has<T>(value, key)) return value;
    throw new Error(`${path} is not a file of this search; build the index again`);
  };
  const engines = new Map<string, Promise<WebAssembly.Module>>();
  const engine = (): Promise<WebAssembly.Module> => keep(engines, 'wasm', () => compileEngine(load, 'wasm.pagefind'));
  // It comes at the same time as the archive; a failure is told where the engine is used.
  engine().catch(() => {});
  const archive = await read<Archive>('archive.bin', 'shards');
  const shards = new Map<string, Promise<OpenShard>>();
  const texts = new Map<string, Promise<OpenRecord>>();
  const textPath = ({ shard, hash }: RecordRef): string => `${shard.entry.folder}/text/${hash}.bin`;
  return {
    archive,
    read,
    shard: (entry) => keep(shards, entry.folder, async () => openShard(entry, engine(), load, read)),
    text: (record) => keep(texts, textPath(record), async () => openRecord(await read<RecordText>(textPath(record), 'blocks'))),
    entities: async (record) => (await read<EntityText>(textPath(record), 'entities')).entities,
  };
}

async function openShard(
  entry: ShardEntry,
  module: Promise<WebAssembly.Module>,
  load: Load,
  read: OpenArchive['read'],
): Promise<OpenShard> {
  const below: Load = (path) => load(`${entry.folder}/${path}`);
  const [meta, table] = await Promise.all([below(entry.meta), read<ShardTable>(`${entry.folder}/table.bin`, 'documents')]);
  const records = new Map<string, RecordRef>();
  const recordsWith = async (character: string): Promise<RecordRef[]> => {
    const { records: steps } = await read<CharacterTable>(`${entry.folder}/char/${characterFile(character)}.bin`, 'records');
    const inOrder = [...records.values()];
    let at = 0;
    return (steps[character] ?? []).flatMap((step) => {
      at += step;
      return inOrder[at] ?? [];
    });
  };
  const shard = { entry, engine: openEngine(await module, meta, below), records, recordsWith, documents: table.documents };
  for (const document of table.documents)
    for (const [order, record] of document.records.split(',').filter(Boolean).entries()) {
      const hash = record.slice(1);
      records.set(hash, { shard, document, hash, part: record.charAt(0), order });
    }
  return shard;
}

function has<T extends object>(value: unknown, key: keyof T): value is T {
  return typeof value === 'object' && value !== null && key in value;
}
