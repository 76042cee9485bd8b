import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawQueries } from '../scripts/lib/draw-queries.ts';
import { judge, readTruth } from '../scripts/lib/search-truth.ts';
import { writeIndex } from '../scripts/lib/write-index.ts';
import { serve } from '../scripts/serve.ts';
import type { IndexBlock } from '../src/search/build-records.ts';
import { create, type Search } from '../src/search/search.ts';
import type { SearchSource } from '../src/search/search-source.ts';
import { regions } from './small-archive.ts';

const block = (anchor: string, path: string[], part: IndexBlock['part'], text: string): IndexBlock => ({
  anchor,
  path,
  part,
  text,
  strong: anchor === path.at(-1) || anchor === 'title' ? text.length : 0,
});
const document = (slug: string, year: number, blocks: IndexBlock[]): SearchSource['documents'][number] => ({
  entry: { kind: 'report', title: `${slug}${year}`, url: `/${slug}/${year}/`, region: slug, year },
  open: () => ({ blocks, headings: new Map(blocks.filter((one) => one.anchor === one.path.at(-1)).map((one) => [one.anchor, one.text])) }),
});
const kaifu = document(regions.kaifu.slug, 2020, [
  block('title', [], 'front', '2020年开福区政府工作报告'),
  block('s1', ['s1'], 'review', '一、2019年工作回顾'),
  block('s1-p1', ['s1'], 'review', '地区生产总值增长8.5%,新增学位5856个。推进“三资”盘活,加装电梯204台。'),
  block('s2', ['s2'], 'plan', '二、2020年工作安排'),
  block('s2-1', ['s2', 's2-1'], 'plan', '(一)优化营商环境'),
  block('s2-1-p1', ['s2', 's2-1'], 'plan', '新增停车位600个,扩充学位三千个。'),
  block('notes', ['notes'], 'notes', '名词解释'),
  block('note-1', ['notes'], 'notes', '1、三资:即资源、资产、资金。'),
]);
const yuelu = document(regions.yuelu.slug, 2023, [
  block('title', [], 'front', '2022年政府工作报告'),
  block('s1-p1', ['s1'], 'review', '大力优化营商环境,ＧＤＰ增长6%,R&D投入提高。'),
  block('s1-p2', ['s1'], 'review', '扩充学位2.8万个。'),
]);
const source: SearchSource = {
  documents: [kaifu, yuelu],
  entities: {
    region: [{ url: '/hunan/changsha/kaifu/', name: '开福区', aliases: ['开福'], summary: '' }],
    indicator: [{ url: '/indicators/gdp/', name: '地区生产总值', aliases: ['GDP'], summary: '' }],
    term: [{ url: '/glossary/san-zi/', name: '三资', aliases: [], summary: '即资源、资产、资金。' }],
  },
  regions: [regions.province, regions.city, regions.kaifu, regions.yuelu],
  synonyms: [['地区生产总值', 'GDP']],
  keywords: ['营商环境'],
};

describe.each([
  ['one shard', 10],
  ['a shard for each document', 1],
])('an index in %s, below a sub-path', (_, size) => {
  let folder = '';
  let site: Awaited<ReturnType<typeof serve>>;
  let search: Search;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'search-'));
    await writeIndex(join(folder, 'pagefind'), source, size);
    site = await serve({ dir: folder, base: '/some/archive/' });
    search = create({ bundle: `${site.url}pagefind/` });
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });
  const urls = async (query: string, options?: Parameters<Search['search']>[1]): Promise<string[]> =>
    (await search.search(query, options)).hits.map((hit) => hit.url.replace('/some/archive/hunan/changsha', ''));

  test.each([
    ['the page of a region first', '开福区', ['/kaifu/', '/kaifu/2020/#title']],
    [
      'the page of a term, its definition, its use',
      '三资',
      ['/some/archive/glossary/san-zi/', '/kaifu/2020/#note-1', '/kaifu/2020/#s1-p1'],
    ],
    ['a heading before text', '营商环境', ['/kaifu/2020/#s2-1', '/yuelu/2023/#s1-p1']],
    ['traditional characters', '加裝電梯', ['/kaifu/2020/#s1-p1']],
    ['signs and full width', 'Ｒ＆Ｄ', ['/yuelu/2023/#s1-p1']],
    ['one character', '梯', ['/kaifu/2020/#s1-p1']],
    ['a piece of a number', '856个', ['/kaifu/2020/#s1-p1']],
    ['words of different sections', '停车位 电梯', ['/kaifu/2020/']],
  ])('%s', async (__, query, expected) => {
    expect(await urls(query)).toEqual(expected);
  });

  test('the place and year of a document count as words', async () => {
    const { hits } = await search.search('岳麓区 学位');
    expect(hits[0]).toMatchObject({ url: '/some/archive/hunan/changsha/yuelu/2023/', scope: 'page' });
    expect(hits[0]?.passages.map((passage) => passage.url)).toEqual(['/some/archive/hunan/changsha/yuelu/2023/#s1-p2']);
    expect((await urls('2020 学位'))[0]).toBe('/kaifu/2020/');
  });

  test('other names widen the query, are told, and can be switched off', async () => {
    const wide = await search.search('GDP');
    expect(wide.widened).toEqual([{ word: 'GDP', names: ['地区生产总值'] }]);
    expect(wide.hits.map((hit) => hit.url)).toEqual(expect.arrayContaining(['/some/archive/hunan/changsha/kaifu/2020/#s1-p1']));
    expect(await urls('GDP', { synonyms: false })).toEqual(['/yuelu/2023/#s1-p1']);
  });

  test('filters close documents and parts, and count what is left', async () => {
    expect(await urls('学位', { filters: { region: 'hunan/changsha/yuelu' } })).toEqual(['/yuelu/2023/#s1-p2']);
    expect(await urls('学位', { filters: { year: 2020, part: 'plan' } })).toEqual(['/kaifu/2020/#s2-1-p1']);
    const { counts } = await search.search('学位');
    expect(counts.region).toEqual({ hunan: 2, 'hunan/changsha': 2, 'hunan/changsha/kaifu': 1, 'hunan/changsha/yuelu': 1 });
    const closed = await search.search('学位', { filters: { region: 'hunan/changsha/yuelu', part: 'review' } });
    expect(closed.counts).toMatchObject({ region: { 'hunan/changsha/yuelu': 1 }, year: { 2023: 1 } });
    // A shard that is closed is not loaded, and not counted.
    expect(closed.counts.region['hunan/changsha/kaifu']).toBe(size > 1 ? 1 : undefined);
    expect(closed.counts.part).toEqual({ review: 1 });
    expect(counts).toMatchObject({ year: { 2020: 1, 2023: 1 }, kind: { report: 2 }, part: { review: 2, plan: 1 } });
  });

  test('a limit leaves the total in sight, and years can lead', async () => {
    const { total, hits } = await search.search('学位', { limit: 1 });
    expect([total >= 2, hits.length]).toEqual([true, 1]);
    expect((await urls('学位', { sort: 'year' }))[0]).toBe('/yuelu/2023/#s1-p2');
  });

  test('what nothing contains gives the nearest, and says so', async () => {
    const result = await search.search('新增多少学位');
    expect(result.nearest).toBe(true);
    expect(result.hits[0]?.url).toBe('/some/archive/hunan/changsha/kaifu/2020/#s1-p1');
    expect(await search.search('龘')).toMatchObject({ total: 0, hits: [], nearest: false, missing: ['龘'] });
  });

  test('a hit names its place, and leads there with the words to mark', async () => {
    const [hit] = (await search.search('扩充学位三千个')).hits;
    expect(hit).toMatchObject({
      section: ['二、2020年工作安排', '(一)优化营商环境'],
      place: '第1段',
      excerpt: '新增停车位600个,<mark>扩充学位三千个</mark>。',
    });
    expect(hit?.href).toBe(`/some/archive/hunan/changsha/kaifu/2020/?mark=${encodeURIComponent('扩充学位三千个')}#s2-1-p1`);
  });

  test('every drawn query finds every place that has its words, and no other', async () => {
    const truth = readTruth(source);
    for (const { text } of drawQueries(truth, 12, 3)) {
      const hits = await urls(text, { synonyms: false });
      const verdict = judge(
        text,
        hits.map((url) => `/hunan/changsha${url}`),
        truth,
      );
      expect({ text, ...verdict.sections }).toEqual({ text, relevant: verdict.sections.relevant, found: verdict.sections.relevant });
      expect({ text, ...verdict.hits }).toEqual({ text, given: verdict.hits.given, right: verdict.hits.given });
    }
  });

  test('only what is used is published', () => {
    expect(
      readdirSync(join(folder, 'pagefind'))
        .filter((name) => name.includes('.'))
        .sort(),
    ).toEqual(['archive.bin', 'suggest.bin', 'synonyms.bin', 't2s.bin', 'wasm.pagefind']);
  });
});
