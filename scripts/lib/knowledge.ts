import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Knowledge } from '../../src/pipeline/convert.ts';
import { createGazetteer } from '../../src/pipeline/gazetteer.ts';
import type { ClauseHabits } from '../../src/pipeline/glued.ts';
import { chromeSchema, lineMatcher } from '../../src/schemas/chrome.ts';
import { type GlossaryEntry, glossarySchema } from '../../src/schemas/glossary.ts';
import { dictionarySchema } from '../../src/schemas/indicator.ts';
import { keywordRulesSchema } from '../../src/schemas/keywords.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The dictionaries: those of the folder of seeds, and where it has none, the project's own. */
export function loadKnowledge(seeds: string): Knowledge & { glossary: GlossaryEntry[]; boilerplate: Set<string> } {
  const chrome = load(seeds, 'chrome.yml', chromeSchema);
  return {
    chrome: { line: lineMatcher(chrome.line), tail: lineMatcher(chrome.tail) },
    dictionary: load(seeds, 'indicators.yml', dictionarySchema),
    glossary: load(seeds, 'glossary.yml', glossarySchema),
    boilerplate: new Set(load(seeds, 'keywords.yml', keywordRulesSchema).boilerplate),
    gazetteer: createGazetteer(),
    habits: loadHabits(),
  };
}

/** The files of the dictionaries. */
export function knowledgeFiles(seeds: string): string[] {
  return ['chrome.yml', 'indicators.yml', 'glossary.yml', 'keywords.yml'].map((name) => fileOf(seeds, name));
}

function fileOf(seeds: string, name: string): string {
  const own = join(seeds, name);
  return existsSync(own) ? own : join(root, 'seeds', name);
}

function load<T extends z.ZodType>(seeds: string, name: string, schema: T): z.infer<T> {
  const file = fileOf(seeds, name);
  const checked = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (checked.success) return checked.data;
  const issues = checked.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n');
  throw new Error(`${file} is not valid; correct these entries and run again:\n${issues}`);
}

/** `src/text/clause-habits.tsv`: two characters, how often they occur in reports, begin a clause, end one. */
function loadHabits(): ClauseHabits {
  const all = new Map<string, number>();
  const begin = new Map<string, number>();
  const end = new Map<string, number>();
  for (const row of readFileSync(join(root, 'src/text/clause-habits.tsv'), 'utf8').split('\n')) {
    const [pair, count, first, last] = row.split(' ');
    if (pair?.length !== 2) continue;
    all.set(pair, Number(count));
    begin.set(pair, Number(first));
    end.set(pair, Number(last));
  }
  return { all, begin, end, text: '' };
}
