import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { walk } from '../../scripts/lib/walk.ts';
import { builtSite } from './built-site.ts';

const { dir, base, site } = builtSite();
const files = walk(dir);
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const pages = files.filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'));
const absolute = z.url({ protocol: /^https$/ });
const isoDate = z.iso.date();

/** What schema.org and the search engines demand of each type that the site uses. */
const person = z.object({ '@type': z.enum(['Person', 'Organization']), name: z.string().min(1) });
const types: Record<string, z.ZodType> = {
  Report: z.object({
    name: z.string().min(1),
    url: absolute,
    inLanguage: z.literal('zh-CN'),
    datePublished: isoDate.optional(),
    author: person.optional(),
  }),
  Article: z.object({ name: z.string().min(1), url: absolute, inLanguage: z.literal('zh-CN'), datePublished: isoDate.optional() }),
  Dataset: z.object({ name: z.string().min(1), description: z.string().min(1) }),
  DefinedTerm: z.object({ name: z.string().min(1), description: z.string().min(1).optional() }),
  DefinedTermSet: z.object({ name: z.string().min(1) }),
  WebSite: z.object({ name: z.string().min(1), url: absolute }),
  BreadcrumbList: z.object({
    itemListElement: z
      .array(
        z.object({
          '@type': z.literal('ListItem'),
          position: z.number().int().positive(),
          name: z.string().min(1),
          item: absolute.optional(),
        }),
      )
      .min(2),
  }),
};

test('JSON-LD of every page is what schema.org says of its type', () => {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const path of pages) {
    for (const [, text = ''] of read(path).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      const value = JSON.parse(text);
      const schema = types[value['@type']];
      seen.add(value['@type']);
      if (value['@context'] !== 'https://schema.org') faults.push(`${path}: no context`);
      if (!schema) faults.push(`${path}: unknown type ${value['@type']}`);
      else
        for (const issue of schema.safeParse(value).error?.issues ?? [])
          faults.push(`${path}: ${value['@type']}: ${issue.path.join('.')}: ${issue.message}`);
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['Report', 'Dataset', 'DefinedTerm', 'BreadcrumbList']));
});

describe('feeds', () => {
  test.each(files.filter((path) => path.endsWith('feed.xml')))('%s is Atom as RFC 4287 wants it', (path) => {
    const feed = new DOMParser().parseFromString(read(path), 'text/xml').documentElement;
    const texts = (parent: { children: Iterable<Element> }, name: string) =>
      [...parent.children].filter((child) => child.localName === name).map((child) => child.textContent ?? '');
    expect(feed.localName).toBe('feed');
    for (const name of ['id', 'title', 'updated']) expect(texts(feed, name), name).toHaveLength(1);
    const entries = [...feed.children].filter((child) => child.localName === 'entry');
    expect(entries.length).toBeGreaterThan(0);
    const own = [...feed.children].find((child) => child.getAttribute('rel') === 'self');
    expect(own?.getAttribute('href')).toBe(`${site}${base}${path}`);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated']) expect(texts(entry, name), name).toHaveLength(1);
      expect(Number.isNaN(Date.parse(texts(entry, 'updated')[0] ?? ''))).toBe(false);
    }
    const ids = entries.map((entry) => texts(entry, 'id')[0]);
    expect(new Set(ids).size).toBe(ids.length);
    const dates = entries.map((entry) => texts(entry, 'updated')[0] ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
  });
});

test('every page has a title, a description, and a share card that is there; no two pages have one address', () => {
  const addresses = new Set<string>();
  for (const path of pages) {
    const html = read(path);
    if (!html.includes('<html')) continue;
    expect(/<title>[^<]+<\/title>/.test(html), path).toBe(true);
    expect(/<meta name="description" content="[^"]+">/.test(html), path).toBe(true);
    const image = /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(files, path).toContain(image.replace(`${site}${base}`, ''));
    const canonical = /rel="canonical" href="([^"]*)"/.exec(html)?.[1];
    if (!canonical) expect(path).toBe('404.html');
    else expect(addresses.has(canonical), canonical).toBe(false);
    addresses.add(canonical ?? '');
  }
});

test('the policy is on every page, and no page needs what it forbids', () => {
  for (const path of pages) {
    const html = read(path);
    if (!html.includes('<html')) continue;
    expect(html.includes('http-equiv="content-security-policy"'), path).toBe(true);
    expect(html.replace(/<script[\s\S]*?<\/script>/g, ''), path).not.toMatch(/<[^>]+\s(?:on[a-z]+|style)=["']/);
  }
});

test('the manifest names icons that are there', () => {
  const manifest = z.object({
    start_url: z.literal(base),
    scope: z.literal(base),
    icons: z.array(z.object({ src: z.string(), sizes: z.string() })).min(2),
  });
  const { icons } = manifest.parse(JSON.parse(read('manifest.webmanifest')));
  for (const { src } of icons) expect(files).toContain(src.slice(base.length));
});
