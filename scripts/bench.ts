import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { createGazetteer } from '../src/pipeline/gazetteer.ts';
import { listSeeds } from './lib/seeds.ts';
import { walk } from './lib/walk.ts';
import { watchMemory } from './lib/watch-memory.ts';

const help = `npm run bench [-- --texts seeds --counts 14,100,364,1000]

Builds whole archives of so many reports (conversion, pages, search, share cards) from a folder of texts, and prints a table:
time, peak memory of all processes together and of the largest, files, and bytes published a report. Where the folder has
fewer texts they are repeated with other figures, places and years.`;

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
  console.log(
    '\n| reports | time | memory together | largest process | files | published | a report |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  console.log(rows.join('\n'));
}

async function measure(texts: string, count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    makeSeeds(texts, count, join(folder, 'seeds'));
    const dist = join(folder, 'dist');
    const env = { ...process.env, SEEDS: join(folder, 'seeds'), CONTENT: join(folder, 'content'), DIST: dist };
    const began = performance.now();
    const { together, largest } = await watchMemory([process.execPath, 'scripts/build.ts'], env);
    const seconds = (performance.now() - began) / 1000;
    const files = walk(dist);
    const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    const giga = (size: number) => `${(size / 1e9).toFixed(2)} GB`;
    const cells = [count, `${seconds.toFixed(1)} s`, giga(together), giga(largest), files.length, `${(bytes / 1e6).toFixed(1)} MB`];
    return `| ${[...cells, `${(bytes / count / 1000).toFixed(0)} kB`].join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(join('.cache/astro', encodeURIComponent(join(folder, 'content'))), { recursive: true, force: true });
  }
}

/** `count` texts with a manifest that gives each a county and a year of its own, beside the dictionaries of this archive. */
function makeSeeds(texts: string, count: number, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync('seeds').filter((file) => file.endsWith('.yml'))) copyFileSync(join('seeds', name), join(folder, name));
  const { files } = listSeeds(texts);
  const counties = createGazetteer().places.filter(({ level, former }) => level === 'county' && !former);
  const rows: object[] = [];
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length];
    if (!file) throw new Error(`${texts} has no text`);
    const path = `${String(i).padStart(5, '0')}-${file.path.replaceAll('/', '-')}`;
    const round = Math.floor(i / files.length);
    const bytes = round === 0 ? readFileSync(file.absolute) : otherFigures(readFileSync(file.absolute), round);
    writeFileSync(join(folder, path), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // Five years of each county: a place has several reports, as in a real archive.
    const county = counties[Math.floor(i / 5) % counties.length];
    rows.push({ path, sha256, documents: [{ match: '各位代表', region: county?.code, year: 2020 + (i % 5) }] });
  }
  writeFileSync(join(folder, 'manifest.yml'), stringify({ texts: rows }));
}

/** Shifts the digits of every number that is no year, in a text of UTF-8; other bytes stay as they are. */
function otherFigures(bytes: Buffer, round: number): Buffer {
  if (!isUtf8(bytes)) return bytes;
  const shift = (digit: string) => String(((Number(digit) + round - 1) % 9) + 1);
  return Buffer.from(bytes.toString('utf8').replace(/(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+/g, (number) => number.replace(/[1-9]/g, shift)));
}
