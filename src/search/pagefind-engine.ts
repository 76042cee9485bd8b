/**
 * Drives the WebAssembly of Pagefind 1.6.0 as its own pagefind.js does, without the 90 kB of pagefind.js and its worker:
 * a module is compiled once, every shard of the index is an instance of it, and a term gives the records that hold it.
 */

/** What the module exports, as far as it is used: wasm-bindgen's calls with pointers and lengths. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start: () => void;
  __wbindgen_malloc: (size: number, align: number) => number;
  __wbindgen_free: (at: number, size: number, align: number) => void;
  init_pagefind: (at: number, size: number) => number;
  load_index_chunk: (index: number, at: number, size: number) => number;
  request_indexes: (index: number, at: number, size: number) => [number, number];
  search: (index: number, ...args: (number | boolean)[]) => [number, number];
}

/** Hash of a record → how well the term describes it. */
type Postings = ReadonlyMap<string, number>;

export interface Engine {
  /** The records that hold a term; its chunk of the index is loaded where it is not yet there. */
  postings(term: string): Promise<Postings>;
}

/** Loads and unpacks a file below the folder of the index. */
export type Load = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Length of `pagefind_dcd`, which stands before every unpacked file of Pagefind. */
const signature = 12;

export async function compileEngine(load: Load, path: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile((await load(path)).slice(signature));
}

/** Opens one shard: its Pagefind metadata says which chunk of the index holds a term. */
export function openEngine(module: WebAssembly.Module, meta: Uint8Array, load: Load): Engine {
  const wasm = instantiate(module);
  const cache = new Map<string, Promise<Postings>>();
  const chunks = new Map<string, Promise<void>>();
  let index = wasm.init_pagefind(...give(wasm, meta.subarray(signature))) >>> 0;

  const loadChunk = async (hash: string): Promise<void> => {
    const bytes = await load(`index/${hash}.pf_index`);
    index = wasm.load_index_chunk(index, ...give(wasm, bytes.subarray(signature))) >>> 0;
  };
  const look = async (term: string): Promise<Postings> => {
    const needed = stringsOf(JSON.parse(take(wasm, wasm.request_indexes(index, ...giveText(wasm, term)))));
    await Promise.all(needed.map((hash) => keep(chunks, hash, () => loadChunk(hash))));
    const args = [...giveText(wasm, term), ...giveText(wasm, term), ...giveText(wasm, '{}'), ...giveText(wasm, ''), false, false];
    return readPostings(JSON.parse(take(wasm, wasm.search(index, ...args))));
  };
  return { postings: (term) => keep(cache, term, () => look(term)) };
}

/** A promise by its key, made once; a failure is forgotten, so that it can be tried again. */
export function keep<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const made = make().catch((error: unknown) => {
    cache.delete(key);
    throw error;
  });
  cache.set(key, made);
  return made;
}

function instantiate(module: WebAssembly.Module): Exports {
  let table: WebAssembly.Table | undefined;
  const setExternrefs = (): void => {
    const first = table?.grow(4) ?? 0;
    table?.set(0, undefined);
    for (const [i, value] of [undefined, null, true, false].entries()) table?.set(first + i, value);
  };
  const { exports } = new WebAssembly.Instance(module, {
    './pagefind_web_bg.js': { __wbindgen_init_externref_table: setExternrefs },
  });
  if (!isPagefind(exports)) throw new Error('the engine of the index is not that of Pagefind 1.6.0; build the index again');
  table = exports.__wbindgen_externrefs;
  exports.__wbindgen_start();
  return exports;
}

function isPagefind(exports: object): exports is Exports {
  return ['memory', 'init_pagefind', 'load_index_chunk', 'request_indexes', 'search'].every((name) => name in exports);
}

function give(wasm: Exports, bytes: Uint8Array): [at: number, size: number] {
  const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(wasm.memory.buffer).set(bytes, at);
  return [at, bytes.length];
}

function giveText(wasm: Exports, text: string): [at: number, size: number] {
  return give(wasm, new TextEncoder().encode(text));
}

function take(wasm: Exports, [at, size]: [number, number]): string {
  const start = at >>> 0;
  const text = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer).subarray(start, start + size));
  wasm.__wbindgen_free(start, size, 1);
  return text;
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}

/** `{ results: [{ p: 'unknown_1a24c14', s: 7.9, … }] }` */
function readPostings(answer: { results?: { p: string; s: number }[] }): Postings {
  return new Map((answer.results ?? []).map(({ p, s }) => [p.slice(p.indexOf('_') + 1), s]));
}
