import { describe, expect, it } from 'vitest';
import { normalText, normalTitle, stem } from '../src/evaluation/normal.ts';
import { scoreReport, totals } from '../src/evaluation/score.ts';
import type { Gold, ScoredObservation, ScoredReport } from '../src/schemas/gold.ts';

const gold: Gold = {
  slug: 'a',
  region: '湖南省长沙市开福区',
  level: '县区',
  year: 2020,
  delivered_on: '2020-01-12',
  speaker: '谢伟峰',
  outline: [
    { level: 1, title: '2019年工作回顾' },
    { level: 1, title: '2020年工作安排' },
    { level: 2, title: '聚焦三大攻坚战,守住发展底线' },
    { level: 1, title: '附件1', optional: true },
  ],
  glossary: [{ term: '三资' }, { term: '双随机、一公开' }],
  indicators: [
    { name: '地区生产总值', role: 'result', period: 2019, value: 8, unit: '%', op: '=', quote: '地区生产总值增长8%' },
    { name: '地区生产总值', role: 'target', period: 2020, value: 7.5, unit: '%', op: '~', quote: '地区生产总值增长7.5%左右' },
    { name: '固定资产投资', role: 'result', period: 2019, value: 1.2, unit: '万亿元', op: '=', quote: '固定资产投资1.2万亿元' },
  ],
};
const report: ScoredReport = {
  id: 'hunan-changsha-kaifu-2020',
  kind: 'report',
  seed: { path: 'sub/a.txt' },
  region: { name: '开福区', level: 'county' },
  year: 2020,
  deliveredOn: '2020-01-12',
  speaker: '谢伟峰',
  outline: [
    { depth: 1, title: '2019年工作回顾' },
    { depth: 1, title: '二、2020年工作安排' },
    { depth: 2, title: '(一)聚焦三大攻坚战，守住发展底线。' },
    { depth: 1, title: '附件1' },
    { depth: 3, title: '防控风险扎实有效' },
  ],
  notes: [{ term: '“三资”' }, { term: '双随机、一公开' }],
};
const observation = (fields: Partial<ScoredObservation>): ScoredObservation => ({
  report: report.id,
  status: 'estimate',
  period: 2019,
  unit: '%',
  qualifier: '=',
  ...fields,
});
const observations = [
  observation({ indicator: 'GDP', value: 8, quote: '地区生产总值增长8%' }),
  observation({ indicator: '地区生产总值', status: 'target', period: 2020, value: 7.5, quote: '增长7.5%左右' }),
  observation({ indicator: '固定资产投资', value: 12000, unit: '亿元', quote: '投资1.2万亿元' }),
];

describe('scoreReport', () => {
  it('finds nothing wrong in what is right', () => {
    expect(scoreReport(gold, [report], observations)).toMatchObject({
      meta: { right: 5, of: 5, wrong: [] },
      outline: 1,
      glossary: 1,
      indicators: { hit: 3, of: 3, wrong: 0, qualifiers: 2 },
      details: [],
    });
  });

  it('names what is wrong and what is missed', () => {
    const bad: ScoredReport = {
      ...report,
      year: 2019,
      region: { name: '岳麓区', level: 'county' },
      outline: [
        { depth: 1, title: '2019年工作回顾' },
        { depth: 2, title: '多余' },
      ],
      notes: [],
    };
    const more = [...observations.slice(1), observation({ indicator: '粮食产量', value: 8, quote: '生产总值增长8%' })];
    const score = scoreReport(gold, [bad], more);
    expect(score.meta).toEqual({ right: 3, of: 5, wrong: ['year', 'region'] });
    expect(score.outline).toBeCloseTo(0.4);
    expect(score.glossary).toBe(0);
    expect(score.indicators).toMatchObject({ hit: 2, wrong: 1 });
    expect(score.details).toContain('outline extra: 2 多余');
  });

  it('does not call wrong what differs from gold in role or period alone, nor what gold does not quote', () => {
    const elsewhere = [
      observation({ indicator: '地区生产总值', value: 8, status: 'target', quote: '生产总值增长8%' }),
      observation({ indicator: '粮食产量', value: 3, quote: '粮食产量3万吨' }),
    ];
    expect(scoreReport(gold, [report], elsewhere).indicators).toMatchObject({ hit: 0, wrong: 0 });
  });

  it('chooses among the reports of a seed by region, and counts a seed without one as missing', () => {
    const other = { ...report, id: 'other', region: { name: '岳麓区', level: 'county' } };
    expect(scoreReport(gold, [other, report], observations).meta.right).toBe(5);
    const score = scoreReport(gold, [{ ...report, kind: 'article' }], observations);
    expect(score).toMatchObject({ missing: true, meta: { right: 0, of: 3 }, outline: 0, glossary: 0, indicators: { hit: 0, of: 3 } });
    expect(totals([score]).meta).toBe(0);
  });
});

describe('totals', () => {
  it('sums what is counted and takes the mean of the F1s', () => {
    const score = scoreReport(gold, [report], observations);
    const none = scoreReport(gold, [], []);
    expect(totals([score, none])).toEqual({
      meta: 5 / 8,
      outline: 0.5,
      glossary: 0.5,
      ind_recall: 0.5,
      ind_precision: 1,
      qualifier: 2 / 3,
    });
  });
});

describe('normal forms', () => {
  it('compare what two copies agree in', () => {
    expect(normalText('２０１９年 “Ｒ＆D” 增长8％+')).toBe('2019年rd增长8%+');
    expect(['第二部分 2020年安排', '（三）2020年安排', '3．2020年安排', '四是2020年安排'].map(normalTitle)).toEqual(
      Array(4).fill('2020年安排'),
    );
    expect([stem('seeds/a.b.txt'), stem('a'), stem('.hidden')]).toEqual(['a.b', 'a', '.hidden']);
  });
});
