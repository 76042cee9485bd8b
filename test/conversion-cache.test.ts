import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { convertArchive, type Outcome } from '../scripts/lib/archive.ts';
import { openCache } from '../scripts/lib/conversion-cache.ts';
import { readPublished } from '../scripts/lib/published.ts';
import { walk } from '../scripts/lib/walk.ts';
import { writeContent } from '../scripts/lib/write-content.ts';

let root: string;
let seeds: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cache-'));
  seeds = join(root, 'seeds');
  mkdirSync(seeds);
  for (const year of [2019, 2020, 2021]) put(`${year}.txt`, report(year));
  expect(await run()).toMatchObject({ converted: 3, unchanged: 0 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFileSync(join(seeds, name), text);
const cache = () => join(root, 'cache');
const entries = () => readdirSync(cache()).map((name) => join(cache(), name));

/** A report of 开福区 with `words` in its first section, and a note. */
function report(year: number, words = '新增学位5856个。'): string {
  return [
    `${year}年长沙市开福区政府工作报告`,
    `${year}年1月12日在长沙市开福区第五届人民代表大会第五次会议上`,
    '区长 谢伟峰',
    '各位代表：',
    '现在，我代表区人民政府，向大会报告工作，请予审议。',
    `一、${year - 1}年工作回顾`,
    `地区生产总值增长8%，推进“三资盘活”，海绵城市建设提速。${words}`.repeat(3),
    `二、${year}年工作安排`,
    '地区生产总值增长7%，固定资产投资增长9%，一般公共预算收入增长7%，人民生活持续改善。',
    '名词解释',
    '1.三资盘活：指资源、资产、资金的盘活利用。',
  ].join('\n');
}

/** Converts with the cache into content/ and without it into fresh/, from the same earlier content, and compares every byte. */
async function run(): Promise<Outcome> {
  const before = readPublished(join(root, 'content'));
  const outcomes: Outcome[] = [];
  for (const [out, held] of [
    ['fresh', null],
    ['content', openCache(cache(), seeds)],
  ] as const) {
    await writeContent(join(root, out), async (writer) => {
      outcomes.push(await convertArchive(seeds, before, writer, {}, held));
    });
  }
  expect(contentOf('content')).toEqual(contentOf('fresh'));
  return outcomes[1] ?? { converted: 0, unchanged: 0, failures: 0 };
}

function contentOf(out: string): [string, string][] {
  return walk(join(root, out)).map((name) => [name, readFileSync(join(root, out, name), 'utf8')]);
}

it('converts nothing where nothing changed', async () => {
  expect(await run()).toMatchObject({ converted: 0, unchanged: 3 });
});

it('converts one seed that changed, and one that is new', async () => {
  put('2020.txt', report(2020, '新增停车位600个。'));
  put('2000.txt', report(2000));
  expect(await run()).toMatchObject({ converted: 2, unchanged: 2 });
});

it('keeps the old anchors of a seed whose text stays and whose reading changes', async () => {
  const content = join(root, 'content/reports.json');
  writeFileSync(content, readFileSync(content, 'utf8').replace('"id": "s1-p1"', '"id": "s1-p9"'));
  expect(await run()).toMatchObject({ converted: 1, unchanged: 2 });
  expect(readFileSync(content, 'utf8')).toContain('"s1-p9": "s1-p1"');
  expect(await run()).toMatchObject({ converted: 0, unchanged: 3 });
});

it('converts what people state something else of', async () => {
  const [seed] = JSON.parse(readFileSync(join(root, 'content/reports.json'), 'utf8'));
  const row = `  - path: ${seed.seed.path}\n    sha256: ${seed.seed.sha256}\n    documents: [{ match: 各位代表, speaker: 张三 }]\n`;
  put('manifest.yml', `texts:\n${row}`);
  expect(await run()).toMatchObject({ converted: 1, unchanged: 2 });
});

it('converts everything where a dictionary changed', async () => {
  put('keywords.yml', 'boilerplate: [海绵城市]\n');
  expect(await run()).toMatchObject({ converted: 3, unchanged: 0 });
});

it('forgets a seed that was removed, and gives its id to the next', async () => {
  put('2020-again.txt', report(2020, '新增停车位600个。'));
  expect(await run()).toMatchObject({ converted: 2, unchanged: 2 });
  expect(readFileSync(join(root, 'content/messages.txt'), 'utf8')).toContain('same-id');
  rmSync(join(seeds, '2020-again.txt'));
  expect(await run()).toMatchObject({ converted: 1, unchanged: 2 });
  expect(entries()).toHaveLength(3);
});

it('passes over entries that are damaged or foreign', async () => {
  const [first = '', second = '', third = ''] = entries();
  writeFileSync(first, readFileSync(first, 'utf8').slice(0, -1));
  writeFileSync(second, 'something else');
  writeFileSync(third, readFileSync(third, 'utf8').replace('谢伟峰', '张三'));
  writeFileSync(join(cache(), 'stray.json'), '');
  expect(await run()).toMatchObject({ converted: 3, unchanged: 0 });
  expect(entries()).toHaveLength(3);
});
