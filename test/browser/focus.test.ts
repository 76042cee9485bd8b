import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, withPage } from './harness.ts';
import { first, panel, readyForNotes, report, scroll, second, term } from './sample-report.ts';

const { url } = report;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '');
const historyLength = (page: Page) => page.evaluate(() => history.length);

/** By the panel of the first term to its note. */
async function toNote(page: Page): Promise<string> {
  const id = (await term(page).getAttribute('href'))?.slice(1) ?? '';
  await term(page).click();
  await panel(page).waitFor();
  await page.click('.panel-actions a');
  await page.locator(`#${id}.arrived`).waitFor();
  return id;
}

describe('the way to a note and back', () => {
  it('takes the focus into the panel, onto the note, and back to the term', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      await term(page).click();
      await panel(page).waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('dialog.panel') !== null)).toBe(true);
      await page.click('.panel-close');
      expect(await focused(page)).toBe('term');
      const [before, note] = [await scroll(page), await toNote(page)];
      expect(await focused(page)).toBe(note);
      expect(await scroll(page)).toBeGreaterThan(before + 1000);
      await page.click('[data-back]');
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before);
      expect(await focused(page)).toBe('term');
      expect(await page.locator('[data-back]').isVisible()).toBe(false);
    }));

  it('leaves no mark, no address and no entry of the history behind', () =>
    withPage('/about/', phone, async (page) => {
      const about = page.url();
      await page.goto(new URL(`..${url}`, about).href);
      await readyForNotes(page);
      const [address, entries, note] = [page.url(), await historyLength(page), await toNote(page)];
      expect(page.url()).toBe(`${address}#${note}`);
      await page.click('[data-back]');
      await page.waitForURL(address);
      expect(await page.locator('.arrived, article :target').count()).toBe(0);
      expect(await historyLength(page)).toBe(entries + 1);
      await page.goBack();
      expect(page.url()).toBe(about);
    }));

  it('ends as well by the Back of the browser', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      const address = page.url();
      await term(page).scrollIntoViewIfNeeded();
      const before = await scroll(page);
      await toNote(page);
      await page.goBack();
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before);
      expect([page.url(), await focused(page), await page.locator('[data-back]').isVisible()]).toEqual([address, 'term', false]);
    }));

  it('leads back past a section that one went to meanwhile, and from the same note again', () =>
    withPage(`${url}#${first.id}`, phone, async (page) => {
      await readyForNotes(page);
      const [address, before, note] = [page.url(), await scroll(page), await toNote(page)];
      await page.tap('.bar-outline');
      await page.tap(`#outline a[href="#${second.id}"]`);
      await page.waitForURL(`**#${second.id}`);
      await page.click('[data-back]');
      await page.waitForURL(address);
      await toNote(page);
      await term(page).scrollIntoViewIfNeeded();
      const again = await scroll(page);
      await toNote(page);
      expect(new URL(page.url()).hash).toBe(`#${note}`);
      expect(await scroll(page)).toBeGreaterThan(again + 1000);
      await page.click('[data-back]');
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, again);
      expect(before).toBeGreaterThanOrEqual(0);
    }));
});

describe('the outline as a sheet', () => {
  /** What outside of the sheet takes the focus. */
  const reachable = (page: Page) =>
    page.evaluate(() => {
      const before = document.activeElement as HTMLElement | null;
      const others = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex]')].filter(
        (one) => !one.closest('#outline'),
      );
      const taken = others.filter((one) => {
        one.focus({ preventScroll: true });
        return document.activeElement === one;
      });
      before?.focus({ preventScroll: true });
      return taken.length;
    });

  it('has the focus and the screen for itself while it is open', () =>
    withPage(url, phone, async (page) => {
      await readyForNotes(page);
      expect(await reachable(page)).toBeGreaterThan(10);
      await page.tap('.bar-outline');
      const sheet = page.getByRole('dialog', { name: '目录' });
      expect(await sheet.getAttribute('aria-modal')).toBe('true');
      expect(await page.evaluate(() => document.activeElement?.closest('#outline') !== null)).toBe(true);
      expect(await reachable(page)).toBe(0);
      await page.tap('#outline .close');
      expect(await reachable(page)).toBeGreaterThan(10);
      expect(await focused(page)).toBe('bar-outline');
      expect(await page.getByRole('dialog').count()).toBe(0);
    }));
});

describe('the ¶ of the blocks', () => {
  const own = (page: Page) =>
    page.evaluate(() => document.activeElement?.parentElement?.id || document.activeElement?.parentElement?.tagName);
  const inOrder = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.pilcrow')].filter((one) => one.tabIndex === 0).length);

  it('are one stop of Tab, and the arrows lead from one to the next', () =>
    withPage(`${url}#${first.id}-p1`, desk, async (page) => {
      await page.waitForSelector(`#${first.id}-p2 > .pilcrow`, { state: 'attached' });
      expect(await inOrder(page)).toBeLessThanOrEqual(1);
      await page.evaluate((id) => document.querySelector<HTMLElement>(`#${id} > .pilcrow`)?.focus(), `${first.id}-p1`);
      await page.keyboard.press('ArrowDown');
      expect(await own(page)).toBe(`${first.id}-p2`);
      expect(await inOrder(page)).toBe(1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await own(page)).toMatch(/^H[23]$/);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.matches('.pilcrow'))).toBe(false);
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.matches('.pilcrow'))).toBe(true);
      expect(await inOrder(page)).toBe(1);
    }));
});
