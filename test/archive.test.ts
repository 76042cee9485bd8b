import { describe, expect, it } from 'vitest';
import { figureWords, periodWords, shortFigureWords, subjectWords } from '../src/data/figure-words.ts';
import { definitionsOf, firstAppearance, initialOf, termsByInitial, usesOf } from '../src/data/glossary.ts';
import { growthOf, headlineSummary } from '../src/data/headline-summary.ts';
import { indicatorSeries, pointsByRegion, regionSeries } from '../src/data/indicator-series.ts';
import { matrix } from '../src/data/matrix.ts';
import { ancestors } from '../src/data/region-tree.ts';
import { inUnit } from '../src/data/scale-unit.ts';
import { siblings } from '../src/data/siblings.ts';
import { archiveOf, observation, regions, report } from './small-archive.ts';

const { province, city, kaifu, yuelu, country } = regions;

describe('indexes', () => {
  const archive = archiveOf([
    report(kaifu, 2021),
    report(kaifu, 2020),
    report(yuelu, 2020),
    report(country, 2020),
    report(city, 2020, { id: 'a', kind: 'article', year: 2025 }),
    report(city, 2020, { id: 'nowhere', region: null }),
  ]);

  it('sorts reports by place and year, and keeps what has no place apart', () => {
    expect(archive.reports.map((r) => r.id)).toEqual([
      'guowuyuan-2020',
      'hunan-changsha-yuelu-2020',
      'hunan-changsha-kaifu-2020',
      'hunan-changsha-kaifu-2021',
    ]);
    expect(archive.articles.map((r) => r.id)).toEqual(['a', 'nowhere']);
  });

  it('has the ancestors of a region even if they have no report', () => {
    expect([...archive.regions.values()].map(({ slug, name, code, parent }) => [slug, name, code, parent])).toEqual([
      ['guowuyuan', '国务院', '000000', null],
      ['hunan', '湖南省', '430000', null],
      ['hunan/changsha', '长沙市', '430100', 'hunan'],
      ['hunan/changsha/yuelu', '岳麓区', '430104', 'hunan/changsha'],
      ['hunan/changsha/kaifu', '开福区', '430105', 'hunan/changsha'],
    ]);
    expect(archive.regions.get('hunan/changsha')?.children).toEqual(['hunan/changsha/yuelu', 'hunan/changsha/kaifu']);
    expect(ancestors(archive.regions, 'hunan/changsha/kaifu').map((node) => node.name)).toEqual(['湖南省', '长沙市']);
  });

  it('puts a county directly below a province or a municipality', () => {
    const xiantao = { code: '429004', name: '仙桃市', fullName: '湖北省仙桃市', level: 'county', slug: 'hubei/xiantao' } as const;
    const haidian = { code: '110108', name: '海淀区', fullName: '北京市海淀区', level: 'county', slug: 'beijing/haidian' } as const;
    const nodes = archiveOf([report(xiantao, 2020), report(haidian, 2020)]).regions;
    expect(nodes.get('hubei')).toMatchObject({ name: '湖北省', level: 'province', code: '420000' });
    expect(nodes.get('beijing')).toMatchObject({ name: '北京市', level: 'province', code: '110000' });
  });

  it('knows what is above a functional area without a code', () => {
    const dapeng = {
      code: null,
      name: '大鹏新区',
      fullName: '广东省深圳市大鹏新区',
      level: 'county',
      slug: 'guangdong/shenzhen/dapeng',
    } as const;
    const nodes = archiveOf([report(dapeng, 2016)]).regions;
    expect([...nodes.values()].map(({ name, code }) => [name, code])).toEqual([
      ['广东省', '440000'],
      ['深圳市', '440300'],
      ['大鹏新区', null],
    ]);
  });

  it('lays places and years out as a matrix, newest year first', () => {
    const { years, rows } = matrix(archive, 'hunan');
    expect(years).toEqual([2021, 2020]);
    expect(rows.map((row) => [row.region.name, row.depth, row.cells.map((cell) => cell.length)])).toEqual([
      ['湖南省', 0, [0, 0]],
      ['长沙市', 1, [0, 0]],
      ['岳麓区', 2, [0, 1]],
      ['开福区', 2, [1, 1]],
    ]);
  });

  it('finds the reports beside a report', () => {
    const all = archiveOf([report(kaifu, 2019), report(kaifu, 2020), report(kaifu, 2022), report(province, 2020), report(country, 2020)]);
    const found = siblings(all, all.reportById.get('hunan-changsha-kaifu-2020')!);
    expect([found.previous?.year, found.next?.year]).toEqual([2019, 2022]);
    expect(found.above.map((r) => r.id)).toEqual(['hunan-2020', 'guowuyuan-2020']);
  });
});

describe('headline summary', () => {
  it('puts the result of the last year beside the target of this one, and anything else apart', () => {
    const id = 'hunan-changsha-kaifu-2020';
    const rows = headlineSummary(
      [
        observation(id, { indicator: '进出口总额', label: '外贸进出口', value: 87 }),
        observation(id, { measure: 'level', value: 1203.5, unit: '亿元' }),
        observation(id),
        observation(id, { status: 'target', period: 2020, value: 7.5, qualifier: '~' }),
        observation(id, { status: 'target', period: '2021-2025', value: 7, measure: 'avg_growth' }),
        observation(id, { headline: false, indicator: '粮食产量' }),
      ],
      2020,
    );
    expect(rows.map((row) => row.name)).toEqual(['地区生产总值', '进出口总额']);
    expect(rows[0]?.results.map(figureWords)).toEqual(['增长8%', '1203.5亿元']);
    expect(rows[0]?.targets.map(figureWords)).toEqual(['增长7.5%左右']);
    expect(rows[0]?.others.map((o) => periodWords(o.period))).toEqual(['2021—2025年']);
  });
});

it('draws rates of growth, not what only has the same unit', () => {
  const growth = observation('x', { value: 8 });
  const share = observation('x', { value: 27, measure: 'share' });
  const level = observation('x', { value: 100, measure: 'level', unit: '亿元' });
  expect(growthOf({ results: [growth, share], targets: [growth] })).toEqual({ result: 8, target: 8 });
  expect(growthOf({ results: [level, growth], targets: [share] })).toEqual({ result: 8, target: null });
  expect(growthOf({ results: [level], targets: [share] })).toEqual({ result: null, target: null });
});

describe('words of a figure', () => {
  it.each([
    [{ value: -3 }, '下降3%'],
    [{ value: 6, valueHigh: 6.5, qualifier: 'range' }, '增长6%—6.5%'],
    [{ measure: 'share', value: 2.5, qualifier: '<=' }, '2.5%以内'],
    [{ measure: 'level', value: 1.2, unit: '万亿元', qualifier: '>=' }, '1.2万亿元以上'],
    [{ measure: 'change', value: 2, unit: '个百分点' }, '提高2个百分点'],
    [{ measure: 'avg_growth', value: 7.1 }, '年均增长7.1%'],
    [{ measure: 'level', value: 0.1 + 0.2, unit: '亿元' }, '0.3亿元'],
  ] as const)('%o is %s', (over, words) => {
    expect(figureWords(observation('x', over))).toBe(words);
  });
});

it.each([
  [{ scope: '港区', indicator: '进出口总额' }, '港区进出口总额'],
  [{ indicator: null, label: '停车位', verb: '新增', object: '停车位', quote: '新增停车位500个', measure: 'level' }, '新增停车位'],
  [{ indicator: null, label: '贫困人口', verb: '脱贫', object: '贫困人口', quote: '10万贫困人口脱贫', measure: 'level' }, '贫困人口脱贫'],
  [
    { indicator: null, label: '铁路货运量', verb: '增长', object: '铁路货运量', quote: '铁路货运量增长4%', measure: 'growth' },
    '铁路货运量',
  ],
  [
    { indicator: null, label: '家庭', verb: '提供健康服务', object: '家庭', quote: '为2.3万户家庭提供健康服务', measure: 'level' },
    '为家庭提供健康服务',
  ],
  [{ indicator: null, label: '高中改造', verb: '推进', object: '高中改造', quote: '推进2所高中', measure: 'level' }, '推进高中改造'],
  [{ indicator: null, label: '航线', verb: '增至', object: '航线', quote: '航线增至9条', measure: 'level' }, '航线'],
] as const)('%o is about %s', (over, words) => {
  expect(subjectWords(observation('x', over))).toBe(words);
});

it('leaves out what a heading says', () => {
  expect(shortFigureWords(observation('x', { value: -3, qualifier: '~' }), '%')).toBe('−3%左右');
  expect(shortFigureWords(observation('x', { measure: 'level', value: 120.5, unit: '亿元' }), '亿元')).toBe('120.5');
  expect(shortFigureWords(observation('x', { measure: 'level', value: 1.2, unit: '万亿元' }), '亿元')).toBe('1.2万亿元');
});

describe('series', () => {
  const records = [report(kaifu, 2019), report(kaifu, 2020), report(kaifu, 2021), report(yuelu, 2020)];
  const [k19, k20, k21, y20] = records.map((r) => r.id) as [string, string, string, string];
  const archive = archiveOf(records, [
    observation(k19, { status: 'target', period: 2019, value: 7 }),
    observation(k20, { value: 8 }),
    observation(k21, { value: 8.1, headline: false }),
    observation(k20, { measure: 'level', value: 1.2, unit: '万亿元' }),
    observation(k21, { measure: 'level', period: 2020, value: 13000, unit: '亿元' }),
    observation(y20, { measure: 'level', value: 900, unit: '亿元' }),
    observation(y20, { value: 99, scope: '园区' }),
    observation(y20, { value: 9, period: '2016-2020' }),
  ]);

  it('joins the target of a year with the result told a year later', () => {
    const growth = regionSeries(archive, kaifu.slug).find((s) => s.measure === 'growth');
    expect(growth?.points.map((p) => [p.year, p.target?.value, p.result?.value])).toEqual([[2019, 7, 8]]);
  });

  it('brings magnitudes to one unit, and leaves parts of a region and spans of years out', () => {
    const all = indicatorSeries(archive, archive.observationsByIndicator.get('地区生产总值') ?? []);
    expect(all.map((s) => s.measure)).toEqual(['growth', 'level']);
    const level = all[1]!;
    expect(level.unit).toBe('亿元');
    expect([...pointsByRegion(level)].map(([slug, points]) => [slug, points.map((p) => p.result?.value)])).toEqual([
      [yuelu.slug, [900]],
      [kaifu.slug, [12000, 13000]],
    ]);
    expect(all[0]?.points).toHaveLength(1);
  });

  it('never takes one currency for another', () => {
    expect(inUnit(1, '亿美元', '亿元')).toBeNull();
    expect(inUnit(5, '万人', '人')).toBe(50000);
    expect(inUnit(2, '个百分点', '%')).toBeNull();
  });
});

describe('glossary', () => {
  const records = [report(kaifu, 2020), report(kaifu, 2021), report(yuelu, 2020)];
  const [k20, k21, y20] = records.map((r) => r.id) as [string, string, string];
  const term = {
    id: 'sanzi',
    term: '三资',
    aliases: [],
    definitions: [
      { report: k21, n: 3, definition: '资源、资产、资金。', anchor: 'note-3' },
      { report: k20, n: 1, definition: '资源、 资产、资金。', anchor: 'note-1' },
      { report: y20, n: 9, definition: '外资、民资、国资。', anchor: 'note-9' },
    ],
    occurrences: [
      { report: k20, anchor: 's1-p1' },
      { report: k20, anchor: 's1-p1' },
      { report: y20, anchor: 's2-p1' },
    ],
  };
  const archive = archiveOf(records, [], [term, { ...term, id: '630-gongjian', term: '630攻坚', definitions: [], occurrences: [] }]);

  it('puts equal definitions together, oldest first', () => {
    const groups = definitionsOf(archive, term).map((group) => group.map((d) => d.report.id));
    expect(groups).toEqual([[k20, k21], [y20]]);
    expect(firstAppearance(archive, term)?.id).toBe(k20);
    expect(usesOf(archive, term).map((use) => [use.report.id, use.anchors])).toEqual([
      [k20, ['s1-p1']],
      [y20, ['s2-p1']],
    ]);
    expect(archive.termsByReport.get(k20)?.map((t) => t.term)).toEqual(['三资']);
  });

  it('orders terms by initial, digits before letters', () => {
    expect([...termsByInitial(archive.terms).keys()]).toEqual(['#', 'S']);
    expect(initialOf({ id: 'rd' })).toBe('R');
  });
});
