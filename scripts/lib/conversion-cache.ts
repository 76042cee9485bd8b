import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConvertedSeed } from './convert-seed.ts';
import { knowledgeFiles } from './knowledge.ts';
import type { OpenSeed } from './seeds.ts';
import { walk } from './walk.ts';

/** What earlier runs made of seeds. */
export interface ConversionCache {
  /** Null where the seed, what people state of it, the dictionaries or the converter are not those of the entry, or it is damaged. */
  get(seed: OpenSeed): ConvertedSeed | null;
  put(seed: OpenSeed, converted: ConvertedSeed): void;
  /** Removes what belongs to none of the seeds that were asked for. */
  sweep(): void;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Of the code that runs, not of what it becomes while `npm run dev` runs it. */
const code = codeOf(['src/pipeline', 'src/text', 'src/schemas', 'scripts/lib']);

/** The folder of the cache for the content that is written to `out`. */
export function cacheFolder(out: string): string {
  return join('.cache/convert', encodeURIComponent(out));
}

/**
 * One file a seed. Its first line is the hash of its key and of what follows, so that an entry of another key, or one that was not
 * written to its end, is no entry.
 */
export function openCache(folder: string, seeds: string): ConversionCache {
  const rules = rulesOf(seeds);
  const asked = new Set<string>();
  const nameOf = ({ path }: OpenSeed): string => `${sha256(path).slice(0, 32)}.json`;
  const sealOf = (seed: OpenSeed, body: string): string => sha256(rules, seed.path, seed.sha256, JSON.stringify(seed.stated), body);
  mkdirSync(folder, { recursive: true });
  return {
    get: (seed) => {
      asked.add(nameOf(seed));
      const [seal, body = ''] = readEntry(join(folder, nameOf(seed)));
      return seal === sealOf(seed, body) ? JSON.parse(body) : null;
    },
    put: (seed, converted) => {
      const file = join(folder, nameOf(seed));
      const body = JSON.stringify(converted);
      writeFileSync(`${file}.new`, `${sealOf(seed, body)}\n${body}`);
      renameSync(`${file}.new`, file);
    },
    sweep: () => {
      for (const name of readdirSync(folder)) if (!asked.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

function readEntry(file: string): [seal: string, body: string] | [] {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    return [text.slice(0, end), text.slice(end + 1)];
  } catch {
    return [];
  }
}

/** A hash of all that decides how a seed is converted: the code, what it is built on, and the dictionaries. */
function rulesOf(seeds: string): string {
  return sha256(code, ...knowledgeFiles(seeds).map((file) => readFileSync(file, 'utf8')));
}

function codeOf(folders: readonly string[]): string {
  const files = folders.flatMap((folder) => walk(join(root, folder)).map((name) => join(folder, name)));
  return sha256(process.version, ...[...files, 'package-lock.json'].flatMap((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Of the parts, each with its length, so that no two lists of parts have the same hash. */
function sha256(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}
