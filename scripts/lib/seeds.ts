import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { refuse } from '../../src/pipeline/decode.ts';
import { type Extracted, extract, SEED_ENDINGS } from '../../src/pipeline/extract.ts';
import type { Message } from '../../src/pipeline/message.ts';
import { type Manifest, manifestSchema, type StatedText } from '../../src/schemas/manifest.ts';

/** A seed file. `path`: below the folder, with `/`: `2020/kaifu.txt`. */
export interface SeedFile {
  path: string;
  absolute: string;
  bytes: number;
}

/** A message about a whole file. */
export interface FileMessage extends Message {
  path: string;
}

export interface SeedList {
  files: SeedFile[];
  messages: FileMessage[];
}

/** A seed whose bytes were read, and what a person states about it. */
export interface OpenSeed {
  path: string;
  sha256: string;
  stated: StatedText | null;
  /** Null where the file could not be read. */
  bytes: Uint8Array | null;
  /** Why it could not: ENOENT */
  why?: string;
}

/** A seed that was read: its text, its hash, and what a person states about it. */
export interface Seed extends Extracted {
  path: string;
  sha256: string;
  stated: StatedText | null;
}

/** Beyond this a file is no text that somebody saved. */
const LARGEST = 256 * 1024 * 1024;
/** Files that stand beside seeds and are none. */
const BESIDE = /^(?:readme|license|licence|datapackage\.json|changelog)/i;

/** The seed files below `dir`, sorted by path; what is refused or ignored is a message that names the file. */
export function listSeeds(dir: string): SeedList {
  if (!existsSync(dir)) throw new Error(`${dir} does not exist: give the folder of the seeds with --seeds DIR`);
  const root = realpathSync(dir);
  const list: SeedList = { files: [], messages: [] };
  walk(root, root, list);
  list.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return list;
}

/** Whether a file of this name is a seed: `kaifu.txt`, not `README.md`, not `../kaifu.txt`. */
export function isSeedName(name: string): boolean {
  const plain = name === basename(name) && !name.includes('\\') && !name.startsWith('.') && !BESIDE.test(name);
  return plain && SEED_ENDINGS.some((ending) => ending === extname(name).toLowerCase());
}

function walk(folder: string, root: string, list: SeedList): void {
  const say = (absolute: string, rule: string, text: string, action: string) =>
    list.messages.push({ path: relative(root, absolute).split(sep).join('/'), rule, offset: 0, text, action });
  for (const entry of entriesOf(folder, say)) {
    const absolute = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) walk(absolute, root, list);
    else take(absolute, entry, root, list, say);
  }
}

type Say = (absolute: string, rule: string, text: string, action: string) => void;

function entriesOf(folder: string, say: Say): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    say(folder, 'unreadable-file', '文件夹打不开', '请检查权限');
    return [];
  }
}

function take(absolute: string, entry: Dirent, root: string, { files }: SeedList, say: Say): void {
  const ending = extname(entry.name).toLowerCase();
  if (!isSeedName(entry.name)) {
    if (['.doc', '.wps', '.pdf', '.rtf', '.xls', '.xlsx'].includes(ending))
      say(absolute, 'ignored-file', `不认得 ${ending} 文件`, '请另存为 .txt、.html 或 .docx');
    return;
  }
  try {
    const target = realpathSync(absolute);
    const stat = statSync(target);
    if (isOutside(relative(root, target))) say(absolute, 'link-outside', '符号链接指到种子文件夹之外，不读', '请把原文复制进来');
    else if (!stat.isFile()) say(absolute, 'no-file', '不是普通文件，不读', '请移走它');
    else if (stat.size > LARGEST) say(absolute, 'file-too-large', `文件有 ${Math.round(stat.size / 2 ** 20)} MB，不读`, '请拆成几个文件');
    else files.push({ path: relative(root, absolute).split(sep).join('/'), absolute, bytes: stat.size });
  } catch {
    say(absolute, 'unreadable-file', '文件打不开', '请检查符号链接与权限');
  }
}

/** A path that leaves the folder it is relative to. */
function isOutside(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`) || path.startsWith('../');
}

/** Reads one seed. A file that cannot be read, or that is no text, comes back as refused with a message. */
export async function readSeed(file: SeedFile, manifest: Manifest): Promise<Seed> {
  return readText(await openSeed(file, manifest));
}

/** Reads the bytes of a seed and compares them with the manifest; throws where they are not those that it names. */
export async function openSeed({ path, absolute }: SeedFile, manifest: Manifest): Promise<OpenSeed> {
  const stated = manifest.texts.find((row) => normalize(row.path) === normalize(path)) ?? null;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(absolute);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { path, sha256: '', stated, bytes: null, why };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (stated && stated.sha256 !== sha256) {
    throw new Error(
      `${path} has SHA-256 ${sha256}, but seeds/manifest.yml says ${stated.sha256}. Seeds never change: restore the file (git checkout), or, if it is meant to be a new text, give it a new name and correct the row.`,
    );
  }
  return { path, sha256, stated, bytes };
}

/** The text of a seed whose bytes were read. */
export async function readText({ path, sha256, stated, bytes, why = '' }: OpenSeed): Promise<Seed> {
  const text = bytes
    ? await extract(bytes, path, stated?.encoding)
    : { ...refuse('unreadable-file', `${path} 打不开（${why}）`, '请检查文件是否还在、是否有读的权限'), pieces: [] };
  return { ...text, path, sha256, stated };
}

/** `manifest.yml` of a folder of seeds, empty where there is none. A row whose path leaves the folder is refused with a message. */
export function loadManifest(dir: string): { manifest: Manifest; messages: FileMessage[] } {
  const file = join(dir, 'manifest.yml');
  if (!existsSync(file)) return { manifest: { texts: [] }, messages: [] };
  const { texts } = checkManifest(parse(readFileSync(file, 'utf8')), file);
  const messages: FileMessage[] = [];
  const seen = new Set<string>();
  const kept = texts.filter(({ path }) => {
    if (isOutside(normalize(path))) {
      messages.push({
        path: basename(file),
        rule: 'path-outside',
        offset: 0,
        text: `“${path}”在种子文件夹之外，这一行不用`,
        action: '请把原文复制进 seeds/，改正 path',
      });
      return false;
    }
    if (seen.has(normalize(path))) throw new Error(`${file} has two rows for ${path}: join them into one`);
    seen.add(normalize(path));
    if (!existsSync(join(dir, path)))
      throw new Error(`${file} has a row for ${path}, which does not exist: restore the file, or delete the row`);
    return true;
  });
  return { manifest: { texts: kept }, messages };
}

function checkManifest(value: unknown, file: string): Manifest {
  const checked = manifestSchema.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const issues = checked.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n');
  throw new Error(`${file} is not a manifest (src/schemas/manifest.ts says what it may hold):\n${issues}`);
}
