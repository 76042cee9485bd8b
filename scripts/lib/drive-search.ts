import { chromium } from 'playwright-core';
import type { FilterInput } from '../../src/search/filters.ts';
import type { Search } from '../../src/search/search.ts';
import { browserArgs, ensureBrowser } from '../find-browser.ts';
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

/** Stands in the root of the site; what the first query loads includes the module. */
const emptyPage = `<!doctype html><html lang="zh-CN"><script type="module">
  import { create } from './search/search.js';
  globalThis.searchOfBench = create({ bundle: './pagefind/' });
</script></html>`;

/** Runs the queries through the site's own module in a Chromium, without a page of the site. */
export async function driveSearch({ dist, base, queries, limit, filters = {}, cold = false }: DriveOptions): Promise<Answer[]> {
  const site = await serve({ dir: dist, base });
  const browser = await chromium.launch({ executablePath: (await ensureBrowser()).path, args: browserArgs });
  const answers: Answer[] = [];
  try {
    const open = async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route(`${site.url}empty.html`, (route) => route.fulfill({ contentType: 'text/html', body: emptyPage }));
      const traffic = { bytes: 0, requests: 0 };
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        traffic.bytes += encodedDataLength;
        traffic.requests += 1;
      });
      await page.goto(`${site.url}empty.html`);
      await page.waitForFunction(() => 'searchOfBench' in globalThis);
      return { context, page, traffic };
    };
    let tab = await open();
    let before = { bytes: 0, requests: 0 };
    for (const query of queries) {
      if (cold && answers.length > 0) {
        await tab.context.close();
        tab = await open();
        before = { bytes: 0, requests: 0 };
      }
      const found = await tab.page.evaluate(runQuery, { query, limit, filters });
      // What a query loaded is told a moment after it ended.
      await tab.page.waitForTimeout(5);
      answers.push({
        ...found,
        urls: found.urls.map((url) => `/${url.slice(base.length)}`),
        query,
        bytes: tab.traffic.bytes - before.bytes,
        requests: tab.traffic.requests - before.requests,
      });
      before = { ...tab.traffic };
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
}

/** In the page. */
async function runQuery({ query, limit, filters }: DriveInput) {
  const began = performance.now();
  const search: Search = Reflect.get(globalThis, 'searchOfBench');
  const { total, hits, nearest } = await search.search(query, { limit, filters, synonyms: false });
  return { total, nearest, urls: hits.map((hit) => hit.url), milliseconds: performance.now() - began };
}
