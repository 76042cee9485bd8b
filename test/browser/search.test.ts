import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { measure, naturalQueries } from '../../scripts/bench-search.ts';
import { drawQueries, type Query } from '../../scripts/lib/draw-queries.ts';
import { type Answer, driveSearch } from '../../scripts/lib/drive-search.ts';
import { readSearchSource } from '../../scripts/lib/read-search-source.ts';
import { readTruth, type TruthDocument } from '../../scripts/lib/search-truth.ts';
import { desk, phone, withPage } from './harness.ts';

const dist = process.env.DIST || 'dist';
const content = process.env.CONTENT || 'content';

describe('every place that has the words, and no other', () => {
  let documents: TruthDocument[];
  let queries: Query[];
  let answers: Answer[];
  beforeAll(async () => {
    documents = readTruth(readSearchSource(dist, content));
    queries = [...drawQueries(documents, 25, 20), ...naturalQueries()];
    answers = await driveSearch({ dist, base: '/below/a/path/', queries: queries.map((query) => query.text), limit: 10_000 });
  });

  it('holds recall and precision on a fixed part of the queries', () => {
    const { recall, documentRecall, precision, early, empty } = measure(queries, answers, documents);
    expect(recall).toBeGreaterThanOrEqual(0.998);
    expect(documentRecall).toBeGreaterThanOrEqual(0.998);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(early).toBeGreaterThanOrEqual(0.99);
    expect(empty).toBe(0);
  });

  it('loads at most 150 kB for the first query', async () => {
    const texts = queries.filter((_, i) => i % 40 === 0).map((query) => query.text);
    const cold = await driveSearch({ dist, base: '/', queries: texts, limit: 10, cold: true });
    expect(Math.max(...cold.map(({ bytes }) => bytes))).toBeLessThanOrEqual(150_000);
  });
});

/** A word that stands in a heading of a report, so that there are hits and a page to land on. */
const [sample] = readSearchSource(dist, content).documents.map(({ entry, open }) => ({ url: entry.url, ...open() }));
const passage = sample?.blocks.find((block) => /-p\d+$/.test(block.anchor) && block.text.length > 60);
const phrase = passage?.text.slice(20, 28).replace(/\s/g, '') ?? '';
const hits = (page: Page) => page.locator('.search-hits > li');

describe('the page of the search', () => {
  it('starts cold from a link, lands on the passage and marks the words until they are cleared', () =>
    withPage(`/search/?q=${encodeURIComponent(phrase)}`, desk, async (page) => {
      await hits(page).first().waitFor();
      expect(await page.locator('[role=status]').first().textContent()).toMatch(/找到\d+处/u);
      await page.locator(`.search-hits a[href$="#${passage?.anchor}"]`).first().click();
      const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
      await page.waitForFunction(() => CSS.highlights.has('found'));
      expect((await marked()).map((text) => text.replace(/\s/g, ''))).toContain(phrase);
      expect(page.url()).not.toContain('mark=');
      expect(new URL(page.url()).hash).toBe(`#${passage?.anchor}`);
      await page.getByRole('button', { name: '清除标记' }).click();
      expect(await marked()).toEqual([]);
    }));

  it('keeps filters in the address, and goes back', () =>
    withPage('/search/?q=%E5%8F%91%E5%B1%95', desk, async (page) => {
      await hits(page).first().waitFor();
      await page.locator('#filter-kind-report').check();
      await page.waitForURL(/kind=report/);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('kind'));
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#filter-kind-report')?.checked === false);
    }));

  it('says clearly that nothing was found, and what to try', () =>
    withPage('/search/?q=%E9%BE%98', phone, async (page) => {
      await page.getByText('没有找到。').waitFor();
      expect(await page.locator('.search-notes').textContent()).toContain('少写几个词');
    }));
});

describe('the box', () => {
  it('is one key away on every page, loads nothing before, and walks through its suggestions by keys', () =>
    withPage(sample?.url ?? '/', phone, async (page) => {
      const loaded = () =>
        page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /search\.js|pagefind/.test(name)).length);
      expect(await loaded()).toBe(0);
      await page.locator('html.js').waitFor();
      await page.keyboard.press('/');
      const box = page.getByRole('combobox');
      await box.waitFor();
      await box.fill('hunan');
      const first = page.getByRole('option').first();
      await first.waitFor();
      expect(await loaded()).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    }));

  it('has no violation that axe knows of, with its list open', () =>
    withPage('/search/?q=%E5%8F%91%E5%B1%95', phone, async (page) => {
      await hits(page).first().waitFor();
      await page.locator('#q').fill('hunan');
      await page.getByRole('option').first().waitFor();
      await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
      const violations = await page.evaluate(async () =>
        (await Reflect.get(globalThis, 'axe').run()).violations.map(({ id }: { id: string }) => id),
      );
      expect(violations).toEqual([]);
    }));
});
