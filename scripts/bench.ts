import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchive } from '../src/data/archive.ts';
import { cacheFolder } from './lib/conversion-cache.ts';
import { makeSeeds } from './lib/make-seeds.ts';
import { walk } from './lib/walk.ts';
import { watchMemory } from './lib/watch-memory.ts';

const help = `npm run bench [-- --texts seeds --counts 14,100,364,1000]

Builds whole archives of so many reports (conversion, pages, search, share cards) from the texts of a folder that hold one report
each, and prints a table: time, peak memory of all processes together and of the largest, files, bytes published a report, and
the seconds of each step. Where the folder has fewer texts they are repeated with other figures, places and years.`;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: process.env.SEEDS || 'seeds' },
    counts: { type: 'string', default: '14,100,364,1000' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(help);
else {
  const rows: string[] = [];
  for (const count of values.counts.split(',').map(Number)) rows.push(await measure(values.texts, count));
  const heads = ['reports', 'time', 'memory together', 'largest process', 'files', 'published', 'a report', 'steps'];
  console.log(`\n| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}`);
  console.log(rows.join('\n'));
}

async function measure(texts: string, count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const content = join(folder, 'content');
  const dist = join(folder, 'dist');
  try {
    await makeSeeds(texts, count, join(folder, 'seeds'));
    const env = { ...process.env, SEEDS: join(folder, 'seeds'), CONTENT: content, DIST: dist };
    const began = performance.now();
    const { together, largest, output } = await watchMemory([process.execPath, 'scripts/build.ts'], env);
    const seconds = (performance.now() - began) / 1000;
    const built = readArchive(content).reports.length;
    if (built !== count) throw new Error(`${count} reports went in, ${built} came out: see the messages of the conversion above`);
    const files = walk(dist);
    const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    const giga = (size: number) => `${(size / 1e9).toFixed(2)} GB`;
    const cells = [count, `${seconds.toFixed(1)} s`, giga(together), giga(largest), files.length, `${(bytes / 1e6).toFixed(1)} MB`];
    return `| ${[...cells, `${(bytes / count / 1000).toFixed(0)} kB`, stepsIn(output)].join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const cache of [join('.cache/astro', encodeURIComponent(content)), cacheFolder(content)])
      rmSync(cache, { recursive: true, force: true });
  }
}

/** `build: pages 27.1 s` → pages 27.1 */
function stepsIn(output: string): string {
  return Array.from(output.matchAll(/^build: (.+) s$/gm), ([, step]) => step).join(', ');
}
