import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walk } from '../../scripts/lib/walk.ts';
import { builtSite } from './built-site.ts';

const { dir, base, site } = builtSite();
const files = new Set(walk(dir));
const pages = [...files].filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'));
const address = (path: string) => site + base + path.replace(/index\.html$/, '');
const targets = new Map(pages.map((path) => [address(path), targetsOf(readFileSync(join(dir, path), 'utf8'))]));

/** Ids of a page, and the addresses that it names. */
function targetsOf(html: string): { ids: Set<string>; links: string[] } {
  const text = html.replace(/<script(?![^>]*\ssrc=)[^>]*>[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
  const values = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, quoted, bare]) => (quoted ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
  return {
    ids: new Set(values(/\sid=(?:"([^"]*)"|([^\s>]+))/g)),
    links: [...values(/\s(?:href|src)=(?:"([^"]*)"|([^\s>]+))/g), ...values(/property="og:(?:url|image)" content="([^"]*)"/g)],
  };
}

/** What is wrong with a link, or nothing. */
function fault(link: string, from: string): string | undefined {
  const url = new URL(link, from);
  if (url.origin !== site) return undefined;
  const { pathname, hash } = url;
  if (!pathname.startsWith(base)) return 'leaves the base';
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return 'leads to nothing';
  const fragment = decodeURIComponent(hash.slice(1).split(':~:')[0] ?? '');
  if (!fragment || !file.endsWith('.html')) return undefined;
  return targets.get(address(file))?.ids.has(fragment) ? undefined : 'has no such place';
}

test('every link and fragment of every page finds its target below the base', () => {
  let followed = 0;
  const faults: string[] = [];
  for (const [from, { links }] of targets) {
    for (const link of links) {
      const wrong = fault(link, from);
      followed++;
      if (wrong) faults.push(`${from}: ${link} ${wrong}`);
    }
  }
  expect(faults.slice(0, 30)).toEqual([]);
  expect(followed).toBeGreaterThan(pages.length * 5);
});

test('no id stands twice on a page', () => {
  const twice: string[] = [];
  for (const path of pages) {
    const seen = new Set<string>();
    const html = readFileSync(join(dir, path), 'utf8').replace(/<script[\s\S]*?<\/script>/g, '');
    for (const [, id = ''] of html.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)) {
      if (seen.has(id)) twice.push(`${path}: ${id}`);
      seen.add(id);
    }
  }
  expect(twice).toEqual([]);
});

test('no page loads anything from another host', () => {
  const foreign: string[] = [];
  for (const path of pages) {
    const html = readFileSync(join(dir, path), 'utf8');
    for (const [tag] of html.matchAll(/<(?:script|img|iframe|link|source|video|audio)\b[^>]*>/g)) {
      const [, url = ''] = /\s(?:src|href)="(https?:[^"]*|\/\/[^"]*)"/.exec(tag) ?? [];
      if (url && !url.startsWith(site)) foreign.push(`${path}: ${tag}`);
    }
  }
  expect(foreign).toEqual([]);
});

test('links in the sitemap, llms.txt and the feeds lead somewhere', () => {
  const lists = [...files].filter((path) => /(?:^|\/)(?:sitemap[^/]*\.xml|llms\.txt|feed\.xml)$/.test(path));
  const urls = lists.flatMap((path) => readFileSync(join(dir, path), 'utf8').match(/https:\/\/[^\s<>")\]]+/g) ?? []);
  const own = urls.filter((url) => url.startsWith(site));
  expect(own.length).toBeGreaterThan(pages.length);
  expect(own.filter((url) => fault(url, site))).toEqual([]);
});
