import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type ReportScore, scoreReport, totals } from '../src/evaluation/score.ts';
import { goldSchema, scoredObservationSchema, scoredReportSchema } from '../src/schemas/gold.ts';

const help = `npm run evaluate -- GOLD_DIR OUT_DIR [--verbose] [--only SLUG]

Compares a conversion with texts that a person annotated.
GOLD_DIR  *.json, one for each text (src/schemas/gold.ts says what it holds)
OUT_DIR   what the converter wrote: reports.json and observations.json
Prints a line for each report and the totals: metadata, F1 of headings (depths 1 and 2) and of the glossary, recall and
precision of indicators, share of right qualifiers.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } },
});
const [goldDir, outDir] = positionals;

if (values.help || !goldDir || !outDir) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  for (const line of evaluate(goldDir, outDir)) console.log(line);
}

function evaluate(goldDir: string, outDir: string): string[] {
  const reports = read(z.array(scoredReportSchema), join(outDir, 'reports.json'));
  const observations = read(z.array(scoredObservationSchema), join(outDir, 'observations.json'));
  const names = readdirSync(goldDir).filter((name) => name.endsWith('.json'));
  const gold = names.sort().map((name) => read(goldSchema, join(goldDir, name)));
  const scores = gold.filter(({ slug }) => !values.only || slug === values.only).map((one) => scoreReport(one, reports, observations));
  const sums = Object.entries(totals(scores)).map(([name, value]) => `${name}=${value.toFixed(3)}`);
  return [
    ...scores.flatMap((score) => [lineOf(score), ...(values.verbose ? score.details.map((detail) => `    ${detail}`) : [])]),
    `TOTAL ${sums.join(' ')}`,
  ];
}

function lineOf({ slug, missing, meta, outline, glossary, indicators }: ReportScore): string {
  if (missing) return `${slug.padEnd(26)} MISSING`;
  const wrong = meta.wrong.length > 0 ? ` (${meta.wrong.join(',')})` : '';
  const { hit, of, wrong: bad, qualifiers } = indicators;
  return `${slug.padEnd(26)} meta ${meta.right}/${meta.of}${wrong}  outline ${outline.toFixed(3)}  glossary ${glossary?.toFixed(3) ?? '-'}  indicators ${hit}/${of}  wrong ${bad}  qualifier ${qualifiers}/${hit}`;
}

function read<T>(schema: z.ZodType<T>, path: string): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} does not hold what src/schemas/gold.ts expects:\n${z.prettifyError(parsed.error)}`);
}
