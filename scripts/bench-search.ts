import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { drawQueries, type Query } from './lib/draw-queries.ts';
import { type Answer, driveSearch } from './lib/drive-search.ts';
import { readSearchSource } from './lib/read-search-source.ts';
import { judge, readTruth, type TruthDocument } from './lib/search-truth.ts';

const help = `npm run bench:search [-- --dist dist] [--content content] [--count 100] [--seed 1] [--check]

Draws queries from the texts (names in quotes, words, pairs of words of a section, strings of 2 to 7 characters across
the borders of words; --count of each), adds those of test/fixtures/search/queries.yml, and asks them of the built site
in a Chromium, below a sub-path, through its own module, synonyms off. A place is relevant when its text has every word
literally. --check ends with 1 where a figure misses its target.`;

const base = '/some/archive/';
/** Enough for every hit; and as many as a page shows. */
const everything = 10_000;
const firstPage = 10;
/** Visitors whose first query is measured. */
const visitors = 9;

export interface Figures {
  queries: number;
  recall: number;
  documentRecall: number;
  precision: number;
  early: number;
  empty: number;
}

interface Target {
  name: string;
  value: number;
  most?: number;
  least?: number;
  unit?: string;
}

/** Means over the queries that have something to be found; `empty` is a part of all. */
export function measure(queries: readonly Query[], answers: readonly Answer[], documents: readonly TruthDocument[]): Figures {
  const judged = queries.map(({ text }, i) => judge(text, answers[i]?.urls ?? [], documents));
  const sections = judged.filter((one) => one.sections.relevant > 0);
  const whole = judged.filter((one) => one.documents.relevant > 0);
  return {
    queries: queries.length,
    recall: mean(sections.map((one) => one.sections.found / one.sections.relevant)),
    documentRecall: mean(whole.map((one) => one.documents.found / one.documents.relevant)),
    precision: mean(whole.filter((one) => one.hits.given > 0).map((one) => one.hits.right / one.hits.given)),
    early: mean(whole.map((one) => Number(one.early))),
    empty: mean(answers.map((answer) => Number(answer.urls.length === 0))),
  };
}

export function naturalQueries(): Query[] {
  const path = new URL('../test/fixtures/search/queries.yml', import.meta.url);
  return z
    .array(z.coerce.string())
    .parse(parse(readFileSync(path, 'utf8')))
    .map((text) => ({ sort: 'natural', text }));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
}

function row(name: string, figures: Figures, answers: readonly Answer[]): string {
  const { queries, recall, documentRecall, precision, early, empty } = figures;
  const shares = [recall, documentRecall, precision, early, empty].map((share) => share.toFixed(4).padStart(9));
  const times = answers.map((answer) => answer.milliseconds);
  const bytes = answers.map((answer) => answer.bytes / 1000);
  const rest = [quantile(times, 0.5), quantile(times, 0.95), quantile(bytes, 0.5), quantile(bytes, 0.95)].map((value) =>
    value.toFixed(1).padStart(8),
  );
  return [name.padEnd(8), String(queries).padStart(5), ...shares, ...rest].join('');
}

async function bench({ dist, content, count, seed }: { dist: string; content: string; count: number; seed: number }): Promise<Target[]> {
  const documents = readTruth(readSearchSource(dist, content));
  const queries = [...drawQueries(documents, count, seed), ...naturalQueries()];
  const texts = queries.map((query) => query.text);
  const all = await driveSearch({ dist, base, queries: texts, limit: everything });
  const page = await driveSearch({ dist, base, queries: texts, limit: firstPage });
  const step = Math.max(1, Math.floor(texts.length / visitors));
  const first = await driveSearch({ dist, base, queries: texts.filter((_, i) => i % step === 0), limit: firstPage, cold: true });
  console.log('sort       n   recall   (docs)precision  first 3    empty  ms p50     p95   kB p50     p95   (all hits)');
  for (const sort of ['name', 'word', 'pair', 'string', 'natural'] as const) {
    const chosen = queries.flatMap((query, i) => (query.sort === sort ? [i] : []));
    const answers = chosen.flatMap((i) => all[i] ?? []);
    console.log(
      row(
        sort,
        measure(
          chosen.flatMap((i) => queries[i] ?? []),
          answers,
          documents,
        ),
        answers,
      ),
    );
  }
  const figures = measure(queries, all, documents);
  console.log(row('all', figures, all.slice(1)));
  console.log(`first query of ${first.length} visitors: ${first.map(({ bytes }) => Math.round(bytes / 1000)).join(', ')} kB\n`);
  const later = page.slice(1);
  return [
    { name: 'recall', value: figures.recall, least: 0.998 },
    { name: 'precision', value: figures.precision, least: 0.99 },
    { name: 'right hit in the first three', value: figures.early, least: 0.99 },
    { name: 'queries without a hit', value: figures.empty, most: 0 },
    { name: 'first query, the largest', value: Math.max(...first.map(({ bytes }) => bytes)) / 1000, most: 150, unit: 'kB' },
    {
      name: 'later queries, median',
      value:
        quantile(
          later.map(({ bytes }) => bytes),
          0.5,
        ) / 1000,
      most: 40,
      unit: 'kB',
    },
    {
      name: 'later queries, median',
      value: quantile(
        later.map(({ milliseconds }) => milliseconds),
        0.5,
      ),
      most: 20,
      unit: 'ms',
    },
    {
      name: 'later queries, 95th percentile',
      value: quantile(
        later.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
      most: 60,
      unit: 'ms',
    },
  ];
}

function isMet({ value, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Target): boolean {
  return value <= most && value >= least;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: process.env.DIST || 'dist' },
      content: { type: 'string', default: process.env.CONTENT || 'content' },
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(help);
  else {
    const targets = await bench({ ...values, count: Number(values.count), seed: Number(values.seed) });
    for (const target of targets) {
      const { name, value, most, least, unit = '' } = target;
      const wanted = most === undefined ? `at least ${least}` : `at most ${most}`;
      console.log(`${isMet(target) ? 'ok    ' : 'MISSED'} ${name}: ${Number(value.toFixed(4))} ${unit} (${wanted})`);
    }
    if (values.check && !targets.every(isMet)) process.exitCode = 1;
  }
}
