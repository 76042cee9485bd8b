import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordSchema } from '../../src/schemas/report.ts';
import { desk, phone, withPage } from './harness.ts';

const records = z.array(recordSchema).parse(JSON.parse(readFileSync(join(process.env.CONTENT || 'content', 'reports.json'), 'utf8')));
/** The report with most notes: it has everything that a reader may meet. */
const report = records.filter((record) => record.kind === 'report').sort((a, b) => b.notes.length - a.notes.length)[0];
if (!report) throw new Error('content/reports.json has no report; write it with `npm run convert`');
const { url } = report;
const headings = report.outline.filter((entry) => entry.depth === 2);
const [first, second] = headings;
if (!first || !second) throw new Error(`${report.id} has no sections of the second level`);

const term = (page: Page) => page.locator('a.term').first();
const panel = (page: Page) => page.locator('dialog.panel');
const scroll = (page: Page) => page.evaluate(() => scrollY);
const readyForNotes = (page: Page) => page.waitForFunction(() => document.querySelector('.pilcrow') !== null);

describe('finding one’s place', () => {
  it('marks the current section in the outline beside the text', () =>
    withPage(`${url}#${second.id}`, desk, async (page) => {
      const current = page.locator('.outline [aria-current=location]');
      await current.waitFor();
      expect(await current.getAttribute('href')).toBe(`#${second.id}`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForFunction((id) => document.querySelector('.outline [aria-current]')?.getAttribute('href') !== `#${id}`, second.id);
    }));

  it('opens the outline as a sheet on a phone, and leads from it to a section', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      expect(await page.locator('#outline').isVisible()).toBe(false);
      await page.tap('.bar-outline');
      expect(await page.locator('#outline').isVisible()).toBe(true);
      await page.tap(`#outline a[href="#${second.id}"]`);
      expect(await page.locator('#outline').isVisible()).toBe(false);
      await page.waitForFunction((id) => Math.abs(document.getElementById(id)?.getBoundingClientRect().top ?? 999) < 120, second.id);
      expect(await page.locator('.bar-place').textContent()).toContain(second.title.slice(0, 4));
    }));

  it('closes the sheet by Escape and gives the focus back', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      await page.tap('.bar-outline');
      await page.keyboard.press('Escape');
      expect(await page.locator('#outline').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('bar-outline');
    }));

  it('draws how far one has read', () =>
    withPage(url, phone, async (page) => {
      const width = () => page.evaluate(() => document.querySelector('.progress')?.getBoundingClientRect().width ?? -1);
      await page.locator('.progress').waitFor({ state: 'attached' });
      expect(await width()).toBeLessThan(5);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForFunction(() => (document.querySelector('.progress')?.getBoundingClientRect().width ?? 0) > 380);
    }));

  it('leads from section to section, and from a section to its place in the whole text', () =>
    withPage(`${url}${first.id}/`, phone, async (page) => {
      expect(await page.locator('h1').textContent()).toContain(first.title);
      await page.click('a[rel=next]');
      expect(await page.locator('h1').textContent()).toContain(second.title);
      await page.click('.kicker a');
      expect(new URL(page.url()).hash).toBe(`#${second.id}`);
      expect(await page.locator(`[data-document="${report.id}"]`).count()).toBe(1);
    }));
});

describe('notes', () => {
  it('open beside the term on a wide screen; the focus goes in, and Escape brings it back', () =>
    withPage(url, desk, async (page) => {
      await readyForNotes(page);
      await term(page).focus();
      const before = await scroll(page);
      await page.keyboard.press('Enter');
      await panel(page).waitFor();
      const [box, text] = [await panel(page).boundingBox(), await page.locator('.document').boundingBox()];
      expect(box?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      expect(await panel(page).textContent()).toContain(report.notes[0]?.definition.slice(0, 8));
      await page.keyboard.press('Escape');
      expect(await panel(page).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('term');
      expect(Math.abs((await scroll(page)) - before)).toBeLessThan(5);
    }));

  it('open as a sheet on a phone, one at a time, closed by its button and by a tap outside', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      await term(page).tap();
      await panel(page).waitFor();
      const box = await panel(page).boundingBox();
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
      await page.tap('.panel-close');
      expect(await panel(page).isVisible()).toBe(false);
      await term(page).tap();
      await panel(page).waitFor();
      await page.touchscreen.tap(200, 60);
      expect(await panel(page).isVisible()).toBe(false);
      expect(await page.locator('dialog').count()).toBe(1);
    }));

  it('lead to the note and back to where one was', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      await term(page).tap();
      await panel(page).waitFor();
      const before = await scroll(page);
      await page.tap('.panel-actions a');
      await page.waitForFunction((y) => scrollY > y + 1000, before);
      await page.tap('[data-back]');
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before);
    }));

  it('work without script: to the note, and from it to each place', () =>
    withPage(url, { ...desk, javaScriptEnabled: false }, async (page) => {
      const id = (await term(page).getAttribute('href')) ?? '';
      await term(page).click();
      expect(new URL(page.url()).hash).toBe(id);
      const back = page.locator(`${id} .back a`).first();
      const place = await back.getAttribute('href');
      await back.click();
      expect(new URL(page.url()).hash).toBe(place);
      expect(await page.locator(`${place} a[href="${id}"]`).count()).toBeGreaterThan(0);
    }));
});

describe('terms that other reports define too', () => {
  it('lead from the panel to their page', () =>
    withPage(url, desk, async (page) => {
      await readyForNotes(page);
      const terms: Record<string, string> = await page.evaluate(async () => (await fetch('terms.json')).json());
      const [note, slug] = Object.entries(terms)[0] ?? [];
      if (!note) return expect(terms).toEqual({});
      await page.click(`a.term[href="#${note}"]`);
      await page.click('.panel-actions a:has-text("各地释义")');
      expect(new URL(page.url()).pathname.endsWith(`/glossary/${slug}/`)).toBe(true);
      return expect(await page.locator('h1').count()).toBe(1);
    }));
});

describe('citing', () => {
  const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const paragraph = `#${first.id}-p1`;

  it('copies link and citations of a paragraph', () =>
    withPage(url, { ...desk, ...clipboard }, async (page) => {
      await readyForNotes(page);
      await page.hover(paragraph);
      await page.click(`${paragraph} > .pilcrow`);
      await page.click('text=复制链接');
      await page.waitForFunction(() => document.querySelector('.panel [role=status]')?.textContent === '已复制');
      expect(await copied(page)).toBe(page.url().split('#')[0] + paragraph);
      await page.click('text=GB/T 7714');
      await expect.poll(() => copied(page)).toMatch(/^\S.*\. .*2.*第1段\[R\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. http/);
      expect(await copied(page)).toContain(first.title.slice(0, 6));
      await page.click('text=通用');
      await expect.poll(() => copied(page)).toMatch(/：《.*》，“.*”第1段，\d{4}年\d+月\d+日，http/);
    }));

  it('offers the page of a section at its heading', () =>
    withPage(url, desk, async (page) => {
      await readyForNotes(page);
      await page.waitForSelector(`#${first.id} > h3 > .pilcrow`, { state: 'attached' });
      await page.hover(`#${first.id} > h3`);
      await page.click(`#${first.id} > h3 > .pilcrow`);
      await page.click('text=单独阅读本节');
      expect(new URL(page.url()).pathname.endsWith(`${url}${first.id}/`)).toBe(true);
    }));

  it('shows the ¶ of a paragraph on a phone after a tap on its margin', () =>
    withPage(`${url}${paragraph}`, phone, async (page) => {
      await page.waitForSelector(`${paragraph} > .pilcrow`, { state: 'attached' });
      const box = await page.locator(paragraph).boundingBox();
      await page.touchscreen.tap(385, (box?.y ?? 0) + 20);
      await page.tap(`${paragraph} > .pilcrow.shown`);
      await panel(page).waitFor();
      expect(await panel(page).locator('button:has-text("分享")').isVisible()).toBe(true);
    }));

  it('links to exactly the words that are selected, and the link marks them', () =>
    withPage(url, { ...desk, ...clipboard }, async (page) => {
      await readyForNotes(page);
      const words = await page.evaluate((selector) => {
        const node = document.createTreeWalker(document.querySelector(selector) ?? document, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        if (!(node instanceof Text)) return '';
        range.setStart(node, 2);
        range.setEnd(node, Math.min(9, node.length));
        getSelection()?.addRange(range);
        return range.toString();
      }, paragraph);
      await page.click('.selection-link');
      await expect.poll(() => page.locator('.selection-link').textContent()).toBe('已复制');
      const link = await copied(page);
      expect(link).toContain(`${paragraph}:~:text=`);
      expect(decodeURIComponent(link.split(':~:text=')[1] ?? '')).toContain(words.slice(2, -2));
      await page.goto('about:blank');
      await page.goto(link);
      await page.waitForFunction(() => scrollY > 0);
      const top = await page.evaluate((selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0, paragraph);
      expect(top).toBeGreaterThan(-400);
      expect(top).toBeLessThan(800);
    }));

  it('marks the paragraph that an address names, below the top of the screen', () =>
    withPage(`${url}${paragraph}`, phone, async (page) => {
      await page.locator(`${paragraph}.arrived`).waitFor();
      expect((await page.locator(paragraph).boundingBox())?.y).toBeGreaterThan(10);
      expect(await page.locator(paragraph).evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
    }));
});

describe('settings', () => {
  it('remember theme and size, and set them before the first paint', () =>
    withPage(url, desk, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.click('[data-open=settings]');
      await page.check('input[value=dark]');
      await page.check('input[value="112.5%"]');
      expect(await ground()).not.toBe(light);
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe('18px');
      await page.reload({ waitUntil: 'commit' });
      await page.waitForFunction(() => document.body !== null);
      expect(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.style.fontSize])).toEqual([
        'dark',
        '112.5%',
      ]);
    }));
});

describe('without script', () => {
  it('has text, outline and notes on a phone, and nothing in front of them', () =>
    withPage(url, { ...phone, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.tool:visible').count()).toBe(0);
      await page.tap('.bar-outline');
      expect(await page.locator('#outline').isVisible()).toBe(true);
      await page.tap(`#outline a[href="#${second.id}"]`);
      expect(await page.locator('#outline').isVisible()).toBe(false);
      expect(new URL(page.url()).hash).toBe(`#${second.id}`);
    }));
});

describe('every width', () => {
  it.each([
    ['a report', url],
    ['a section', `${url}${first.id}/`],
    ['about', '/about/'],
    ['a page that is not there', '/nowhere/'],
  ])('%s has no horizontal scrolling at 320 px', (_, path) =>
    withPage(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }),
  );
});
