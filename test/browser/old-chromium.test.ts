import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../../scripts/serve.ts';
import { recordSchema } from '../../src/schemas/report.ts';

/** Chromium 109, of January 2023, the last for Windows 7: an npm package that brings the whole browser. */
const packageName = '@sparticuz/chromium';
const version = '109.0.6';
const folder = resolve('node_modules/.cache/old-chromium');

const records = z.array(recordSchema).parse(JSON.parse(readFileSync(join(process.env.CONTENT || 'content', 'reports.json'), 'utf8')));
const report = records.filter(({ kind, region }) => kind === 'report' && region).sort((a, b) => b.notes.length - a.notes.length)[0];
const { DIST = '', BASE = '', OLD_CHROMIUM = '' } = process.env;

/** Not installed with everything else: 50 MB that only this test needs. */
async function oldChromium(): Promise<string> {
  const entry = join(folder, 'node_modules', packageName, 'build/index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${packageName}@${version}`], {
      stdio: 'ignore',
    });
  }
  const loaded = await import(pathToFileURL(entry).href);
  const api = loaded.default?.default ?? loaded.default;
  return String(await api.executablePath());
}

describe.runIf(OLD_CHROMIUM)('in Chromium 109', () => {
  let executablePath: string;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    site = await serve({ dir: DIST, base: BASE });
    executablePath = await oldChromium();
  });
  afterAll(async () => {
    await site?.close();
  });

  /** A browser for each page: closing a context ends one that is started like this. */
  async function open(path: string, javaScriptEnabled: boolean, use: (page: Page, browser: Browser) => Promise<void>): Promise<void> {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'] });
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(new URL(path.slice(1), site.url).href);
      await use(page, browser);
    } finally {
      await browser.close();
    }
  }

  it.each([true, false])('a report shows its text, with script: %s', (script) =>
    open(report?.url ?? '/', script, async (page, browser) => {
      expect(browser.version()).toMatch(/^109\./);
      const paragraph = page.locator('article[data-document] p[id]').nth(2);
      await paragraph.scrollIntoViewIfNeeded();
      const box = await paragraph.boundingBox();
      expect(box?.width).toBeGreaterThan(250);
      expect(box?.height).toBeGreaterThan(20);
      const words = (await page.locator('article[data-document]').innerText()).replace(/\s/g, '');
      expect(words.length).toBeGreaterThan((report?.characters ?? 0) * 0.9);
    }),
  );

  it('nothing covers the text', () =>
    open(report?.url ?? '/', true, async (page) => {
      const paragraph = page.locator('article[data-document] p[id]').nth(4);
      await paragraph.scrollIntoViewIfNeeded();
      const inside = await paragraph.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20)));
      });
      expect(inside).toBe(true);
    }));

  it('a term leads to its note without script', () =>
    open(report?.url ?? '/', false, async (page) => {
      const href = await page.locator('article[data-document] a.term, article[data-document] a.mark').first().getAttribute('href');
      expect(href).toMatch(/^#note-\d+$/);
      await page.goto(`${page.url()}${href}`);
      expect(await page.locator(href ?? '').isVisible()).toBe(true);
    }));

  it.each(['/', '/glossary/', '/indicators/', '/data/', '/search/'])('%s is not empty and has no error', (path) =>
    open(path, true, async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.reload({ waitUntil: 'load' });
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(10);
      expect(faults).toEqual([]);
    }),
  );
});
