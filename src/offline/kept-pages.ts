import { keptCache } from './caches.ts';

/** A page that the reader keeps. */
export interface KeptPage {
  url: string;
  title: string;
  bytes: number;
}

/** Fetches the page and the files that it shows itself with, and keeps them. */
export async function keepPage(base: string, url: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(keptCache(base));
  await cache.addAll([url, ...files]);
}

export async function forgetPage(base: string, url: string): Promise<void> {
  const cache = await caches.open(keptCache(base));
  await cache.delete(url);
}

export async function isKept(base: string, url: string): Promise<boolean> {
  const cache = await caches.open(keptCache(base));
  return (await cache.match(url)) !== undefined;
}

/** The pages that are kept, in the order in which they were. */
export async function keptPages(base: string): Promise<KeptPage[]> {
  const cache = await caches.open(keptCache(base));
  const pages: KeptPage[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response?.headers.get('content-type')?.startsWith('text/html')) continue;
    const html = await response.text();
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.split(' · ')[0] ?? request.url;
    pages.push({ url: request.url, title, bytes: new Blob([html]).size });
  }
  return pages;
}

/** Same-origin styles and scripts that a page has loaded. */
export function filesOfPage(): string[] {
  const urls = performance.getEntriesByType('resource').map((entry) => entry.name);
  return [...new Set(urls)].filter((url) => url.startsWith(location.origin) && /\/assets\/[^/]+\.(?:css|js)$/.test(url));
}

/** 86,705 → 85 kB */
export function sizeWords(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
