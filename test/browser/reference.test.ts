import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../src/data/archive.ts';
import { dictionary } from '../../src/data/dictionary.ts';
import { groupBy } from '../../src/data/group-by.ts';
import { indicatorSeries } from '../../src/data/indicator-series.ts';
import { desk, phone, withPage } from './harness.ts';

const archive = readArchive(process.env.CONTENT || 'content');
/** The indicator whose first series has most points: its table has columns to sort by. */
const best = [...archive.observationsByIndicator.values()]
  .flatMap((observations) => indicatorSeries(archive, observations).slice(0, 1))
  .sort((a, b) => b.points.length - a.points.length)[0];
const slug = dictionary().get(best?.indicator ?? '')?.slug;
if (!best || !slug) throw new Error('content/observations.json has no canonical figure; write it with `npm run convert`');
const page = `/indicators/${slug}/`;
const year = [...groupBy(best.points, (point) => point.year)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];

const column = (tab: Page) =>
  tab.evaluate((wanted) => {
    const table = document.querySelector('sort-table table');
    const at = [...(table?.querySelectorAll('thead th') ?? [])].findIndex((th) => th.textContent?.trim() === String(wanted));
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => (row.children[at] as HTMLElement | undefined)?.dataset.value ?? null,
    );
  }, year);

describe('the table of an indicator', () => {
  it('is sorted by a year, by the keyboard too, and keeps what is missing at the end', () =>
    withPage(page, desk, async (tab) => {
      const button = tab.locator('sort-table thead button', { hasText: String(year) }).first();
      await button.click();
      const falling = await column(tab);
      const numbers = falling.filter((value) => value !== null).map(Number);
      expect(numbers.length).toBeGreaterThan(0);
      expect(falling.slice(0, numbers.length)).not.toContain(null);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      await button.press('Enter');
      const rising = (await column(tab)).filter((value) => value !== null).map(Number);
      expect(rising).toEqual([...numbers].sort((a, b) => a - b));
      expect(await tab.locator('sort-table th[aria-sort=ascending]').count()).toBe(1);
    }));

  it('has every figure without script', () =>
    withPage(page, { ...desk, javaScriptEnabled: false }, async (tab) => {
      const figures = best.points.flatMap(({ result, target }) => [result, target]).filter((figure) => figure !== null);
      expect(await tab.locator('sort-table').first().locator('td a').count()).toBe(figures.length);
    }));

  it('leads from a figure to its paragraph, which is not hidden', () =>
    withPage(page, phone, async (tab) => {
      const link = tab.locator('sort-table td a').first();
      const anchor = decodeURIComponent((await link.getAttribute('href'))?.split('#')[1]?.split(':~:')[0] ?? '');
      await link.click();
      await tab.waitForURL(/\/\d{4}\//);
      await tab.waitForFunction((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight;
      }, anchor);
    }));

  it.each(['light', 'dark'] as const)('has no violation that axe finds, %s', async (colorScheme) => {
    for (const device of [phone, desk]) {
      const found = await withPage(page, { ...device, colorScheme, bypassCSP: true }, async (tab) => {
        await tab.evaluate(axe.source);
        return tab.evaluate<string[]>('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      });
      expect(found).toEqual([]);
    }
  });
});

describe('the figures of a region with one report', () => {
  const lone = [...archive.reportsByRegion.values()].find((reports) => reports.length === 1 && (reports[0]?.projects.length ?? 0) > 0)?.[0];

  it.runIf(lone)('name their year once, in the heading', () =>
    withPage(`/${lone?.region.slug}/`, phone, async (tab) => {
      const table = tab.locator('table.figures', { hasText: '指标' }).last();
      const heads = await table.locator('thead th').allTextContents();
      expect(heads).toEqual(['指标', `${lone?.year}年目标`, `${(lone?.year ?? 0) - 1}年结果`]);
      expect((await table.locator('td').allTextContents()).filter((words) => /\d{4}年/u.test(words))).toEqual([]);
    }),
  );
});

describe('a table of results in a text', () => {
  const report = archive.reports.find(({ projects }) => projects.some(({ anchor, completion }) => completion && /^a\d/.test(anchor)));
  const told = report?.projects.find(({ completion }) => completion);

  it.runIf(report)('names its columns, on a phone beside each value', async () => {
    await withPage(report?.url ?? '/', desk, async (tab) => {
      const row = tab.locator('table.results tr', { has: tab.locator(`#${told?.anchor}`) });
      expect(await row.locator('td').last().innerText()).toContain(told?.completion);
      expect(await tab.locator('table.results').first().locator('th').allInnerTexts()).toContain('完成率');
    });
    await withPage(report?.url ?? '/', phone, async (tab) => {
      const label = (cell: Element) => getComputedStyle(cell, '::before').content;
      expect(await tab.locator('table.results td[data-label]').last().evaluate(label)).toBe('"完成率"');
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
});

describe('pages of tables', () => {
  const region = archive.reports[0]?.region.slug;
  it.each(['/', `/${region}/`, '/glossary/', '/indicators/', page, '/data/'])('%s fits a screen of 320 pixels', (path) =>
    withPage(path, { viewport: { width: 320, height: 640 } }, async (tab) => {
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }),
  );
});

describe('downloads', () => {
  it('are what the data page says', () =>
    withPage('/data/', desk, async (tab) => {
      const links = await tab.locator('a[download]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect(links.map((link) => link.split('/').at(-1))).toEqual([
        'reports.json',
        'observations.csv',
        'observations.json',
        'terms.json',
        'datapackage.json',
        'archive.zip',
      ]);
      for (const link of links) expect((await tab.request.get(link)).ok()).toBe(true);
      const reports = await (await tab.request.get(links[0] ?? '')).json();
      expect(reports).toHaveLength(archive.records.length);
    }));

  it('give each report as text, Markdown, JSON and CSV', () =>
    withPage('/data/', desk, async (tab) => {
      const report = archive.reports[0];
      const base = new URL('..', tab.url()).href + (report?.url.slice(1) ?? '');
      const text = async (name: string) => (await tab.request.get(base + name)).text();
      expect((await text('report.txt')).replace(/\s/gu, '')).toHaveLength(report?.characters ?? 0);
      expect(await text('report.md')).toContain(`\ntitle: ${report?.title}\n`);
      expect(JSON.parse(await text('data.json'))).toMatchObject({ report: { id: report?.id } });
      expect(await text('observations.csv')).toMatch(/^\ufeff?id,report,region_code/);
    }));
});
