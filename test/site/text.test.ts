import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listSeeds, loadManifest, readSeed } from '../../scripts/lib/seeds.ts';
import { type ReportRecord, recordSchema } from '../../src/schemas/report.ts';
import { builtSite } from './built-site.ts';

const { dir } = builtSite();
const content = process.env.CONTENT || 'content';
const seedFolder = process.env.SEEDS || 'seeds';
const records = z.array(recordSchema).parse(JSON.parse(readFileSync(join(content, 'reports.json'), 'utf8')));
const { manifest } = loadManifest(seedFolder);
const seeds = new Map<string, string>();
for (const file of listSeeds(seedFolder).files) seeds.set(file.path, (await readSeed(file, manifest)).value);

/** The seed's own characters of a document: without what was dropped, without white space. */
function seedText({ seed, dropped }: ReportRecord): string {
  const text = seeds.get(seed.path) ?? '';
  const inside = dropped.filter(({ start, end }) => start < seed.end && end > seed.start).sort((a, b) => a.start - b.start);
  let kept = '';
  let from = seed.start;
  for (const { start, end } of inside) {
    kept += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return withoutSpace(kept + text.slice(from, seed.end));
}

const withoutSpace = (text: string) => text.replace(/[\s\u200b\ufeff]+/gu, '');

/** Some characters around the first place where two texts differ; '' where they are the same. A whole report is no message. */
function firstDifference(page: string, seed: string): string {
  if (page === seed) return '';
  let at = 0;
  while (page[at] === seed[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 20);
  return `character ${at}: page …${around(page)}… seed …${around(seed)}…`;
}

function page(record: ReportRecord): Document {
  return parseHTML(readFileSync(join(dir, record.url, 'index.html'), 'utf8')).document;
}

describe.each(records.map((record) => [record.id, record] as const))('%s', (id, record) => {
  test('the text of its page is the text of the seed, character for character', () => {
    const article = page(record).querySelector(`article[data-document="${id}"]`);
    for (const editorial of article?.querySelectorAll('[data-editorial]') ?? []) editorial.remove();
    expect(firstDifference(withoutSpace(article?.textContent ?? ''), seedText(record))).toBe('');
  });

  test('every anchor that was published stands on its page, the old ones too', () => {
    const document = page(record);
    const anchors = [
      ...record.blocks.map((block) => block.id),
      ...record.outline.map((entry) => entry.id),
      ...record.notes.map((note) => note.id),
      ...Object.keys(record.aliases),
    ];
    expect(anchors.length).toBeGreaterThan(0);
    expect(anchors.filter((anchor) => !document.getElementById(anchor))).toEqual([]);
  });
});

test('every section page holds its part of the text under the same anchors', () => {
  const reports = records.filter(({ kind, region }) => kind === 'report' && region);
  let sections = 0;
  for (const record of reports) {
    const whole = page(record);
    for (const { id } of record.outline.filter(({ depth }) => depth === 2)) {
      const file = join(dir, record.url, id, 'index.html');
      if (!existsSync(file)) continue;
      const { document } = parseHTML(readFileSync(file, 'utf8'));
      for (const part of document.querySelectorAll('article[data-document] p[id]')) {
        const twin = whole.getElementById(part.id);
        expect(twin, `${file}: ${part.id}`).not.toBeNull();
      }
      sections++;
    }
  }
  expect(sections).toBeGreaterThan(reports.length);
});
