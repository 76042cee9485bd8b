import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../../scripts/serve.ts';
import { recordSchema } from '../../src/schemas/report.ts';
import { phone, withPage } from './harness.ts';

const records = z.array(recordSchema).parse(JSON.parse(readFileSync(join(process.env.CONTENT || 'content', 'reports.json'), 'utf8')));
const report = records.find(({ kind, region }) => kind === 'report' && region);
if (!report) throw new Error('content/reports.json has no report; write it with `npm run convert`');
const section = report.outline.find(({ depth, attachment }) => depth === 2 && !attachment);
const { DIST = '', BASE = '', ROOT_DIST = '' } = process.env;

describe.each([
  ['a project site', DIST, BASE],
  ['a root site', ROOT_DIST, '/'],
])('%s', (_, dir, base) => {
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    served = await serve({ dir, base });
  });
  afterAll(() => served?.close());
  const at = (path: string) => served.url + path.slice(1);

  it('answers as GitHub Pages does', async () => {
    const moved = await fetch(at(report.url).slice(0, -1), { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, base + report.url.slice(1)]);
    const missing = await fetch(at('/no/such/page/'));
    expect([missing.status, (await missing.text()).includes('没有这一页')]).toEqual([404, true]);
    expect((await fetch(at(report.url))).headers.get('content-security-policy')).toBeNull();
  });

  it('shows its pages without an error, a violation of the policy, or a request to another host', async () => {
    for (const path of ['/', report.url, '/glossary/', '/indicators/', '/data/', '/search/?q=%E5%B0%B1%E4%B8%9A', '/about/', '/offline/']) {
      await withPage('about:blank', phone, async (page) => {
        const faults: string[] = [];
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        page.on(
          'request',
          (request) => request.url().startsWith(served.url) || /^(?:data|blob|about):/.test(request.url()) || faults.push(request.url()),
        );
        await page.goto(at(path), { waitUntil: 'networkidle' });
        await page.mouse.wheel(0, 400);
        await page.waitForTimeout(300);
        expect(faults, path).toEqual([]);
      });
    }
  });

  it('finds a section that moved, from the page for what is missing', async () => {
    await withPage(at(`${report.url}${section?.id}-p99/`), phone, async (page) => {
      const link = page.locator('moved-place a');
      await link.waitFor({ state: 'visible' });
      expect(await link.getAttribute('href')).toBe(`${base}${report.url.slice(1)}#${section?.id}-p99`);
    });
  });

  it('is not troubled by a service worker that cannot be had', async () => {
    await withPage(at('/about/'), phone, async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page
        .context()
        .route('**/sw.js', (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("broken")' }));
      await page.goto(at(report.url));
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(500);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
      expect(await page.locator('article[data-document]').count()).toBe(1);
    });
  });

  it('keeps a report, and shows it and what was read when the network is cut', async () => {
    await withPage(at(report.url), { ...phone, serviceWorkers: 'allow' }, async (page) => {
      await page.mouse.wheel(0, 300);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname))).toBe(base);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.locator('offline-keep button').click();
      await page.locator('offline-keep button[aria-pressed=true]').waitFor();
      await page.goto(at('/about/'));
      await page.context().setOffline(true);
      await served.close();
      await page.goto(at(report.url));
      expect(await page.locator('article[data-document]').count()).toBe(1);
      await page.goto(at('/about/'));
      expect(await page.locator('h1').innerText()).toContain('关于');
      await page.goto(at('/glossary/'));
      await page.locator('offline-list li').first().waitFor();
      expect(await page.locator('h1').innerText()).toBe('离线阅读');
      expect(await page.locator('offline-list').innerText()).toMatch(/保存了1页，共[\d.]+ [kM]B/);
      served = await serve({ dir, base });
    });
  });
});
