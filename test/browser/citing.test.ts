import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, withPage } from './harness.ts';
import { first, panel, readyForNotes, records, report } from './sample-report.ts';

const { url } = report;
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const paragraph = `#${first.id}-p1`;

describe('citing', () => {
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

describe('what is copied', () => {
  const quoted = records
    .filter(({ kind, region }) => kind === 'report' && region)
    .flatMap(({ url, outline }) => outline.map((entry) => ({ url, ...entry })))
    .find(({ depth, title, attachment }) => depth === 2 && !attachment && /“.+”/u.test(title));

  it.runIf(quoted)('keeps the quotation marks of a heading, and changes their form inside of others', () =>
    withPage(quoted?.url ?? '', { ...desk, ...clipboard }, async (page) => {
      await readyForNotes(page);
      const heading = `#${quoted?.id} > :is(h2, h3)`;
      await page.waitForSelector(`${heading} > .pilcrow`, { state: 'attached' });
      await page.hover(heading);
      await page.click(`${heading} > .pilcrow`);
      await page.click('text=GB/T 7714');
      await expect.poll(() => copied(page)).toContain(`, ${quoted?.title}[R/OL]`);
      await panel(page).getByText('通用').click();
      await expect.poll(() => copied(page)).toContain(`${quoted?.title.replace('“', '‘').replace('”', '’')}”`);
    }),
  );

  it('is an address without what a visit added to it', () =>
    withPage(`${url}?from=timeline${paragraph}`, { ...desk, ...clipboard }, async (page) => {
      await readyForNotes(page);
      await page.hover(paragraph);
      await page.click(`${paragraph} > .pilcrow`);
      await page.click('text=复制链接');
      await expect.poll(() => copied(page)).toBe(new URL(`.${paragraph}`, page.url().split('?')[0]).href);
    }));

  it.runIf(quoted)('is an address in plain letters, whatever is selected, and it finds the words', () =>
    withPage(quoted?.url ?? '', { ...desk, ...clipboard }, async (page) => {
      await readyForNotes(page);
      const words = await page.evaluate(selectMarks);
      expect(words).toMatch(/“.+”/u);
      await page.click('.selection-link');
      await expect.poll(() => page.locator('.selection-link').textContent()).toBe('已复制');
      const link = await copied(page);
      expect(link).toMatch(/^http[\w:/.-]+#[\w-]+:~:text=[\w%]+(-,)?[\w%,]+$/);
      const top = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0);
      const place = top + (await page.evaluate(() => scrollY));
      await page.goto('about:blank');
      await page.goto(link);
      await page.waitForFunction((y) => Math.abs(scrollY + innerHeight / 2 - y) < innerHeight, place);
    }),
  );
});

/** Selects some words with quotation marks and half-width punctuation between them. */
function selectMarks(): string {
  const walker = document.createTreeWalker(document.querySelector('.document') ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = /“[^”]+”[^“]{0,12}[,%、，][^“]{2,8}/u.exec(node.nodeValue ?? '');
    if (!found || !node.parentElement?.closest('section p[id]')) continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    getSelection()?.addRange(range);
    return found[0];
  }
  return '';
}
