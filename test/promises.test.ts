import { describe, expect, it } from 'vitest';
import { anchorWords } from '../src/data/anchor-words.ts';
import { promises } from '../src/data/promises.ts';
import type { Indicator } from '../src/schemas/indicator.ts';
import { archiveOf, observation, regions, report } from './small-archive.ts';

const gdp: Indicator = {
  name: '地区生产总值',
  slug: 'gdp',
  group: '经济',
  unit: '亿元',
  kind: 'level',
  better: 'up',
  range: [0, 1e9],
  aliases: [],
  growing: [],
  broad: false,
  definition: '…',
  source: '…',
};

describe('promises', () => {
  const records = [2019, 2020, 2021].map((year) => report(regions.kaifu, year));
  const [k19, k20, k21] = records.map((r) => r.id) as [string, string, string];
  const archive = archiveOf(records, [
    observation(k19, { status: 'target', period: 2019, value: 7.5, qualifier: '>=' }),
    observation(k20, { value: 8 }),
    observation(k20, { status: 'target', period: 2020, value: 7, qualifier: '>=' }),
    observation(k20, { indicator: null, object: '停车位', status: 'target', period: 2020, measure: 'level', value: 500, unit: '个' }),
    observation(k21, { period: 2020, value: 3 }),
    observation(k21, { indicator: null, object: '停车位', period: 2020, measure: 'level', value: 600, unit: '个' }),
  ]);

  it('puts the target of a year beside the result of the next report, newest year first', () => {
    const years = promises(archive, regions.kaifu.slug, new Map([[gdp.name, gdp]]));
    expect(years.map(({ year, indicators }) => [year, indicators.map((pair) => pair.verdict?.kind)])).toEqual([
      [2020, ['missed']],
      [2019, ['reached']],
    ]);
    expect(years[0]?.commitments.map(({ target, result, verdict }) => [target.value, result.value, verdict])).toEqual([[500, 600, null]]);
  });

  it('knows none where the next report is missing', () => {
    const alone = archiveOf([records[0]!], [observation(k19, { status: 'target', period: 2019 })]);
    expect(promises(alone, regions.kaifu.slug, new Map([[gdp.name, gdp]]))).toEqual([]);
  });
});

describe('words for an anchor', () => {
  const entry = { runIn: false, start: 0, end: 1 };
  const outline = [
    { ...entry, id: 's2', depth: 1, num: '二', title: '2020年工作安排' },
    { ...entry, id: 's2-8', depth: 2, num: '(八)', title: '全力保障和改善民生' },
    { ...entry, id: 's2-9', depth: 2, num: '一是', title: '加快转型' },
    { ...entry, id: 's3', depth: 1, num: '', title: '着力打好三大攻坚战防范化解重大风险' },
  ];

  it.each([
    ['s2-8-p3', '二（八）第3段'],
    ['s2-p1', '二第1段'],
    ['s2-9-p3', '二、“一是…”第3段'],
    ['p4', '开头第4段'],
    ['note-12', '名词解释第12条'],
    ['s3-p2', '“着力打好三大攻坚战防范化”第2段'],
    ['a1-p2', 'a1第2段'],
  ])('%s is %s', (anchor, words) => {
    expect(anchorWords({ outline }, anchor)).toBe(words);
  });
});
