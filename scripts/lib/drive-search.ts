import { chromium } from 'playwright-core';
import type { FilterInput } from '../../src/search/filters.ts';
import { ensureBrowser } from '../find-browser.ts';
import { serve } from '../serve.ts';

/** What one query gave, took and loaded. */
export interface Answer {
  query: string;
  total: number;
  nearest: boolean;
  /** Paths below the base, with anchors. */
  urls: string[];
  milliseconds: number;
  bytes: number;
  requests: number;
}

export interface DriveOptions {
  dist: string;
  base: string;
  queries: readonly string[];
  limit: number;
  filters?: FilterInput;
  /** Every query in a page of its own, as if it were the first of a visitor. */
  cold?: boolean;
}

/** Runs the queries through the site's own module in a Chromium, without a page of the site. */
export async function driveSearch({ dist, base, queries, limit, filters = {}, cold = false }: DriveOptions): Promise<Answer[]> {
  const site = await serve({ dir: dist, base });
  const browser = await chromium.launch({
    executablePath: (await ensureBrowser()).path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const answers: Answer[] = [];
  try {
    const open = async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route(`${site.url}empty.html`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="zh-CN"></html>' }),
      );
      await page.goto(`${site.url}empty.html`);
      const traffic = { bytes: 0, requests: 0 };
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        traffic.bytes += encodedDataLength;
        traffic.requests += 1;
      });
      return { context, page, traffic };
    };
    let tab = await open();
    for (const query of queries) {
      if (cold && answers.length > 0) {
        await tab.context.close();
        tab = await open();
      }
      const before = { ...tab.traffic };
      const found = await tab.page.evaluate(runQuery, {
        query,
        limit,
        filters,
        module: `${site.url}search/search.js`,
        bundle: `${site.url}pagefind/`,
      });
      // What a query loaded is told a moment after it ended.
      await tab.page.waitForTimeout(5);
      answers.push({
        ...found,
        urls: found.urls.map((url) => `/${url.slice(base.length)}`),
        query,
        bytes: tab.traffic.bytes - before.bytes,
        requests: tab.traffic.requests - before.requests,
      });
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return answers;
}

interface DriveInput {
  query: string;
  limit: number;
  filters: FilterInput;
  module: string;
  bundle: string;
}

/** In the page. */
async function runQuery({ query, limit, filters, module, bundle }: DriveInput) {
  const began = performance.now();
  const { create } = await import(module);
  const shared: { search?: ReturnType<typeof create> } = Reflect.get(globalThis, 'searchOfBench') ?? {};
  shared.search ??= create({ bundle });
  Reflect.set(globalThis, 'searchOfBench', shared);
  const { total, hits, nearest } = await shared.search.search(query, { limit, filters, synonyms: false });
  const urls: string[] = hits.map((hit: { url: string }) => hit.url);
  return { total: Number(total), nearest: Boolean(nearest), urls, milliseconds: performance.now() - began };
}
