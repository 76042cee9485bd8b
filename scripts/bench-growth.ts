import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSearch } from './index-search.ts';
import { drawQueries } from './lib/draw-queries.ts';
import { driveSearch } from './lib/drive-search.ts';
import { sampleSource } from './lib/sample-source.ts';
import { readTruth } from './lib/search-truth.ts';
import { watchMemory } from './lib/watch-memory.ts';
import { writeIndex } from './lib/write-index.ts';

const help = `npm run bench:growth -- [--texts seeds] [--counts 14,50,350,1000]

Makes up archives of so many reports of 20,000 characters from the sentences of a folder of texts, indexes each in a
process of its own, and prints a table: time, memory, bytes on disk, bytes and time of the first query and of later ones.`;

interface Growth {
  count: number;
  shards: number;
  seconds: number;
  /** Of the largest process, and of all of them together at their worst moment. */
  largest: number;
  together: number;
  disk: number;
  first: { kilobytes: number; milliseconds: number };
  later: { kilobytes: number; milliseconds: number };
  filtered: { kilobytes: number; milliseconds: number };
}

const queriesOfSort = 10;
const mega = 1e6;

async function grow(texts: string, count: number): Promise<Growth> {
  const dist = mkdtempSync(join(tmpdir(), 'search-growth-'));
  try {
    const began = performance.now();
    const { largest, together } = await watchMemory([
      process.execPath,
      import.meta.filename,
      '--index',
      dist,
      '--texts',
      texts,
      '--counts',
      String(count),
    ]);
    const seconds = (performance.now() - began) / 1000;
    bundleSearch(join(dist, 'search/search.js'));
    const some = sampleSource(texts, count).documents.filter((_, i) => i % Math.ceil(count / 14) === 0);
    const source = { ...sampleSource(texts, 1), documents: some };
    const queries = drawQueries(readTruth(source), queriesOfSort, count).map((query) => query.text);
    const drive = { dist, base: '/', queries, limit: 10 };
    const warm = await driveSearch(drive);
    const cold = await driveSearch({ ...drive, queries: queries.filter((_, i) => i % 8 === 0), cold: true });
    const region = some[0]?.entry.region ?? '';
    const filtered = await driveSearch({ ...drive, queries: queries.filter((_, i) => i % 8 === 0), cold: true, filters: { region } });
    const shards = readdirSync(join(dist, 'pagefind')).filter((name) => !name.includes('.')).length;
    return {
      count,
      shards,
      seconds,
      largest,
      together,
      disk: sizeOf(dist),
      first: middle(cold),
      later: middle(warm.slice(1)),
      filtered: middle(filtered),
    };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

function middle(answers: readonly { bytes: number; milliseconds: number }[]): Growth['first'] {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    kilobytes: median(answers.map(({ bytes }) => bytes)) / 1000,
    milliseconds: median(answers.map((answer) => answer.milliseconds)),
  };
}

function sizeOf(folder: string): number {
  return Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);
}

function line({ count, shards, seconds, largest, together, disk, first, later, filtered }: Growth): string {
  const cell = ({ kilobytes, milliseconds }: Growth['first']): string => `${kilobytes.toFixed(0)} kB, ${milliseconds.toFixed(0)} ms`;
  const sizes = [largest, together, disk].map((bytes) => `${(bytes / mega).toFixed(0)} MB`);
  return `| ${[count, shards, `${seconds.toFixed(1)} s`, ...sizes, cell(first), cell(filtered), cell(later)].join(' | ')} |`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string', default: process.env.SEEDS || 'seeds' },
      counts: { type: 'string', default: '14,50,350,1000' },
      index: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const counts = values.counts.split(',').map(Number);
  if (values.help) console.log(help);
  else if (values.index) await writeIndex(join(values.index, 'pagefind'), sampleSource(values.texts, counts[0] ?? 1));
  else {
    console.log('| reports | shards | time | largest process | all processes | on disk | first query | first, one region | later |');
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
    for (const count of counts) console.log(line(await grow(values.texts, count)));
  }
}
