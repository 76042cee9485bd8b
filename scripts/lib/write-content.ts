import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';

/** Where the files of a conversion go; `path` is below the folder: `reports/hunan-changsha-kaifu-2020.mdx`. */
export interface ContentWriter {
  write(path: string, text: string): void;
  append(path: string, text: string): void;
}

/**
 * Replaces the folder `out` as a whole or not at all: `fill` writes into a sibling, which takes the place of the old folder
 * when it is complete. Whatever interrupts the run, the old folder stays (or comes back with the next run).
 */
export async function writeContent(out: string, fill: (writer: ContentWriter) => Promise<void> | void): Promise<void> {
  const target = resolve(out);
  const next = join(dirname(target), `.${basename(target)}.next`);
  const last = join(dirname(target), `.${basename(target)}.last`);
  recover(target, next, last);
  refuseForeign(target);
  mkdirSync(next, { recursive: true });
  try {
    await fill(writerInto(next));
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(target)) renameSync(target, last);
  renameSync(next, target);
  rmSync(last, { recursive: true, force: true });
}

/** Clears what an interrupted run left; one that stopped between the two renames gives the old folder back. */
function recover(target: string, next: string, last: string): void {
  if (existsSync(last) && !existsSync(target)) renameSync(last, target);
  rmSync(next, { recursive: true, force: true });
  rmSync(last, { recursive: true, force: true });
}

/** A folder that no conversion wrote is not replaced. */
function refuseForeign(target: string): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target);
  if (names.length > 0 && !names.includes('reports.json')) {
    throw new Error(`${target} holds files and no reports.json, so it is not the converter's: give an empty or new folder with --out DIR`);
  }
}

function writerInto(folder: string): ContentWriter {
  const place = (path: string) => {
    const inside = normalize(path);
    if (isAbsolute(inside) || inside.startsWith('..')) throw new Error(`${path} would be written outside ${folder}`);
    const absolute = join(folder, inside);
    mkdirSync(dirname(absolute), { recursive: true });
    return absolute;
  };
  return {
    write: (path, text) => writeFileSync(place(path), text),
    append: (path, text) => appendFileSync(place(path), text),
  };
}
