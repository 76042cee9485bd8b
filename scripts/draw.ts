import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Observation, observationSchema } from '../src/schemas/observation.ts';
import { recordSchema } from '../src/schemas/report.ts';
import { readJsonArray } from './lib/json-array.ts';
import { randomFrom } from './lib/sample-source.ts';
import { listSeeds, loadManifest, readSeed } from './lib/seeds.ts';

const help = `npm run draw -- [--seeds DIR] [--content DIR] [--count 200] [--seed 1] [--kind all|indicator|commitment]

Draws observations at random, the same for the same --seed, and prints each beside the sentence that it was read from,
so that a person can tell how many of them are wrong.`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS || 'seeds' },
    content: { type: 'string', default: process.env.CONTENT || 'content' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: 'all' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(help);
else for await (const line of draw()) console.log(line);

async function* draw(): AsyncGenerator<string> {
  const pathOf = new Map<string, string>();
  for (const record of readJsonArray(join(resolve(values.content), 'reports.json'))) {
    const { id, seed } = recordSchema.pick({ id: true, seed: true }).parse(record);
    pathOf.set(id, seed.path);
  }
  const drawn = sample(observations(), Number(values.count), randomFrom(Number(values.seed)));
  const { manifest } = loadManifest(values.seeds);
  const texts = new Map<string, string>();
  for (const file of listSeeds(values.seeds).files) {
    if (drawn.some(({ report }) => pathOf.get(report) === file.path)) texts.set(file.path, (await readSeed(file, manifest)).value);
  }
  for (const [i, one] of drawn.entries()) {
    yield `${String(i + 1).padStart(3)} ${one.report}#${one.anchor}`;
    yield `    ${fieldsOf(one)}`;
    yield `    ${sentence(texts.get(pathOf.get(one.report) ?? '') ?? '', one)}`;
  }
}

function observations(): Observation[] {
  const found: Observation[] = [];
  for (const value of readJsonArray(join(resolve(values.content), 'observations.json'))) {
    const one = observationSchema.parse(value);
    if (values.kind === 'all' || (values.kind === 'indicator') === (one.indicator !== null)) found.push(one);
  }
  return found;
}

/** `count` of them without repetition, in the order of the archive. */
function sample(all: readonly Observation[], count: number, random: () => number): Observation[] {
  return all
    .map((one, i) => ({ one, i, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ one }) => one);
}

function fieldsOf(one: Observation): string {
  const value = `${one.qualifier} ${one.value}${one.valueHigh === undefined ? '' : `–${one.valueHigh}`} ${one.unit}`;
  const deed = one.indicator === null ? ` [${one.verb ?? '–'} ${one.object ?? `(${one.label})`}]` : '';
  const scope = one.scope === undefined ? '' : ` (${one.scope})`;
  return `${one.indicator ?? '–'}${scope}${deed} ${one.measure} ${value} ${one.status} ${one.period}${one.headline ? ' headline' : ''}`;
}

/** The sentence with the quote in 【】. */
function sentence(text: string, { start, end }: Observation): string {
  const from = Math.max(text.lastIndexOf('。', start - 1) + 1, text.lastIndexOf('\n', start - 1) + 1, start - 120);
  const stop = /[。\n]/.exec(text.slice(end, end + 60));
  const to = stop ? end + stop.index : Math.min(text.length, end + 60);
  return `${text.slice(from, start)}【${text.slice(start, end)}】${text.slice(end, to)}`.replace(/\s+/g, ' ').trim();
}
