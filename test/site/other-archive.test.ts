import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { cacheFolder } from '../../scripts/lib/conversion-cache.ts';
import { walk } from '../../scripts/lib/walk.ts';

const folder = mkdtempSync(join(tmpdir(), 'other-archive-'));
const dist = join(folder, 'dist');

/** One text of another province beside the dictionaries, built from this checkout. */
beforeAll(async () => {
  const seeds = join(folder, 'seeds');
  mkdirSync(seeds);
  for (const name of readdirSync('seeds').filter((file) => file.endsWith('.yml') && !/manifest|corrections/.test(file)))
    cpSync(join('seeds', name), join(seeds, name));
  cpSync('test/fixtures/other-archive/wenchang.txt', join(seeds, 'wenchang.txt'));
  // Not the whole environment: the test runner's BASE_URL and MODE are not for the site.
  const { PATH, HOME } = process.env;
  await build({
    PATH,
    HOME,
    SEEDS: seeds,
    CONTENT: join(folder, 'content'),
    DIST: dist,
    BASE: '/wenchang/',
    SITE: 'https://other.example.org',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const content = join(folder, 'content');
  for (const cache of [join('.cache/astro', encodeURIComponent(content)), cacheFolder(content)])
    rmSync(cache, { recursive: true, force: true });
});

test('one text gives a complete site', () => {
  const files = walk(dist);
  const report = 'hainan/wenchang/2024/';
  const expected = [
    'index.html',
    '404.html',
    'feed.xml',
    'sw.js',
    'search/search.js',
    `${report}index.html`,
    `${report}s1-1/index.html`,
    `${report}data.json`,
    `${report}report.md`,
    'hainan/feed.xml',
    'glossary/index.html',
    'indicators/index.html',
    'data/archive.zip',
  ];
  expect(files).toEqual(expect.arrayContaining(expected));
});

test('its addresses are below its own site', () => {
  expect(readFileSync(join(dist, 'sitemap.xml'), 'utf8')).toContain('<loc>https://other.example.org/wenchang/hainan/wenchang/2024/</loc>');
});

test('nothing of it comes from the first archive', () => {
  const own = JSON.parse(readFileSync('content/reports.json', 'utf8')).flatMap(
    ({ id, region }: { id: string; region: { slug: string; fullName: string } | null }) => [
      id,
      ...(region ? [`/${region.slug}/`, region.fullName] : []),
    ],
  );
  expect(own.length).toBeGreaterThan(10);
  const found = walk(dist).flatMap((path) => {
    const text = readFileSync(join(dist, path), 'utf8');
    return own.filter((name: string) => text.includes(name)).map((name: string) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});
