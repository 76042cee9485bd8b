import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserArgs, findBrowser } from '../../scripts/find-browser.ts';
import { baseOf } from '../../scripts/lib/base.ts';
import { serve } from '../../scripts/serve.ts';

/** A phone that one touches, and a desk. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } satisfies BrowserContextOptions;
export const desk = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions;

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve({ dir: process.env.DIST || 'dist', base: baseOf(process.env.BASE || '/') });
  browser = await chromium.launch({ executablePath: findBrowser()?.path, args: browserArgs });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens `path` (below the base of the built site, or a whole address), and lets `use` work with the page. */
export async function withPage<T>(path: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  try {
    const page = await context.newPage();
    await page.goto(new URL(path.replace(/^\//, ''), site.url).href);
    return await use(page);
  } finally {
    await context.close();
  }
}
