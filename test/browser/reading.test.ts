import { describe, expect, it } from 'vitest';
import { desk, phone, withPage } from './harness.ts';
import { first, panel, readyForNotes, report, scroll, second, term } from './sample-report.ts';

const { url } = report;

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

describe('half-width punctuation', () => {
  it('has the same gaps in the outline, in the head and in the text', () =>
    withPage(url, desk, async (page) => {
      const gaps = await page.evaluate(() =>
        ['.outline', '.document-head', '.document section', '.source'].map((selector) =>
          getComputedStyle(document.querySelector(selector) ?? document.body).getPropertyValue('text-autospace'),
        ),
      );
      const isAscii = await page.locator('.document.ascii').count();
      expect(new Set(gaps)).toEqual(new Set([isAscii ? 'no-autospace' : 'normal']));
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
