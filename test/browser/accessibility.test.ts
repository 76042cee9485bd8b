import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordSchema } from '../../src/schemas/report.ts';
import { termSchema } from '../../src/schemas/term.ts';
import { desk, phone, withPage } from './harness.ts';

const content = (name: string): unknown => JSON.parse(readFileSync(join(process.env.CONTENT || 'content', name), 'utf8'));
const records = z.array(recordSchema).parse(content('reports.json'));
const report = records.filter(({ kind, region }) => kind === 'report' && region).sort((a, b) => b.notes.length - a.notes.length)[0];
const fragment = records.find(({ kind, completeness }) => kind === 'report' && completeness !== 'complete');
const article = records.find(({ kind }) => kind === 'article');
const term = z
  .array(termSchema)
  .parse(content('terms.json'))
  .sort((a, b) => b.definitions.length - a.definitions.length)[0];
const section = report?.outline.find(({ depth }) => depth === 2);

const indicator = readdirSync(join(process.env.DIST || 'dist', 'indicators'), { withFileTypes: true }).find((entry) =>
  entry.isDirectory(),
)?.name;

/** One page of every kind; a kind that this archive lacks is left out. */
const pages: [string, string | undefined][] = [
  ['home', '/'],
  ['a region', report?.region ? `/${report.region.slug}/` : undefined],
  ['a report', report?.url],
  ['a report that is not complete', fragment?.url],
  ['a section', report && section ? `${report.url}${section.id}/` : undefined],
  ['an article', article?.url],
  ['the glossary', '/glossary/'],
  ['a term', term ? `/glossary/${term.id}/` : undefined],
  ['the indicators', '/indicators/'],
  ['an indicator', indicator && `/indicators/${indicator}/`],
  ['the data', '/data/'],
  ['the search', '/search/'],
  ['about', '/about/'],
  ['reading offline', '/offline/'],
  ['what is not there', '/nowhere/'],
];

const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** What axe finds, a line each: rule, and the elements. */
async function violations(path: string, options: Parameters<typeof withPage>[1]): Promise<string[]> {
  return withPage(path, { ...options, bypassCSP: true }, async (page) => {
    await page.waitForLoadState('load');
    await page.evaluate(axe.source);
    const found = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(rules)})`);
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 120))
          .slice(0, 3)
          .join(' | ')}`,
    );
  });
}

describe.each(pages.flatMap(([name, path]) => (path ? [[name, path] as const] : [])))('%s', (_, path) => {
  it.each(['light', 'dark'] as const)('has no violation that axe finds, %s, on a phone and at a desk', async (colorScheme) => {
    expect(await violations(path, { ...phone, colorScheme })).toEqual([]);
    expect(await violations(path, { ...desk, colorScheme })).toEqual([]);
  });
});
