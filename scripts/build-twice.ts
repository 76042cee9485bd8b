import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { walk } from './lib/walk.ts';

const help = `npm run build:twice

Builds the site twice, the second time without what the first one left in caches, and fails where a byte of dist/ differs.`;

const caches = ['.cache', 'node_modules/.cache/share-cards', 'node_modules/.vite'];

/** Path → hash of its content. */
function hashes(dist: string): Map<string, string> {
  return new Map(
    walk(dist).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
}

async function buildTwice(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'build-twice-'));
  try {
    const results: Map<string, string>[] = [];
    for (const name of ['first', 'second']) {
      const dist = join(folder, name);
      await build({ ...process.env, DIST: dist });
      results.push(hashes(dist));
      for (const cache of caches) rmSync(cache, { recursive: true, force: true });
    }
    const [first = new Map<string, string>(), second = new Map<string, string>()] = results;
    const differing = [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
    if (differing.length === 0) console.log(`both builds have the same ${first.size} files, byte for byte`);
    else console.error(`${differing.length} files differ:\n${differing.slice(0, 40).join('\n')}`);
    return differing.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--help')) console.log(help);
else if ((await buildTwice()) > 0) process.exitCode = 1;
