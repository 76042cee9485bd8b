import { describe, expect, test } from 'vitest';
import { indicators } from '../src/pipeline/indicators.ts';
import { dictionarySchema } from '../src/schemas/indicator.ts';
import { dictionary, figureDocument, type Line } from './figure-document.ts';

const observe = (...lines: (Line | string)[]) => indicators(figureDocument(lines), dictionary);
const told = (...lines: (Line | string)[]): string[] =>
  observe(...lines).map(
    (o) => `${o.indicator} ${o.measure} ${o.qualifier} ${o.value}${o.valueHigh === undefined ? '' : `..${o.valueHigh}`}${o.unit}`,
  );
const plan = (text: string): Line => ({ part: 'plan', text });

test('the dictionary holds 120 indicators and more', () => {
  expect(dictionary.indicators.length).toBeGreaterThanOrEqual(120);
});

test('an alias that stands twice is refused', () => {
  const [first] = dictionary.indicators;
  const doubled = dictionarySchema.safeParse({ ...dictionary, indicators: [first, { ...first, name: '别名', slug: 'other' }] });
  expect(doubled.error?.issues.map(({ message }) => message).join()).toContain('stands twice');
});

describe('subjects', () => {
  test('level and growth of one subject', () => {
    expect(told('全年地区生产总值达568亿元，增长8.5%。')).toEqual(['地区生产总值 level = 568亿元', '地区生产总值 growth = 8.5%']);
  });

  test('carried over a clause that only places', () => {
    expect(told('社会消费品零售总额924亿元，居全市第二，增长10.7%。')[1]).toBe('社会消费品零售总额 growth = 10.7%');
  });

  test('a base year that holds for all growth of a sentence', () => {
    const all = observe('地区生产总值274亿元，比2012年（下同）增长11.7%；固定资产投资52亿元，增长28.2%。');
    expect(all.filter(({ unit }) => unit === '%').map(({ measure, period }) => `${measure} ${period}`)).toEqual([
      'cumulative 2013-2019',
      'cumulative 2013-2019',
    ]);
  });

  test('what the product is set against is said once', () => {
    expect(told('万元GDP能耗下降4%，水耗下降3%。')).toEqual(['单位地区生产总值能耗 growth = -4%', '单位GDP水耗 growth = -3%']);
    expect(told('万元GDP能耗下降4%，供应建设用地5公顷。')).toEqual(['单位地区生产总值能耗 growth = -4%']);
  });

  test('a list of those that came counts no stock', () => {
    expect(told('引进专精特新企业12家、国家高新技术企业95家。')).toEqual([]);
    expect(told('上市公司12家、国家高新技术企业95家。')).toContain('高新技术企业数 level = 95家');
  });

  test('a share of another whole is no figure of the indicator, and does not end it', () => {
    expect(told('出口总额136亿美元，占全省48%，增长34.1%。')).toEqual(['出口总额 level = 136亿美元', '出口总额 growth = 34.1%']);
  });

  test('separators that were lost', () => {
    expect(told('规模以上工业增加值增长9%固定资产投资增长8%社会消费品零售总额增长3.2%。')).toEqual([
      '规模以上工业增加值 growth = 9%',
      '固定资产投资 growth = 8%',
      '社会消费品零售总额 growth = 3.2%',
    ]);
  });

  test('其中', () => {
    expect(told('进出口总额237亿美元，其中出口总额136亿美元，增长4.1%。')).toEqual([
      '进出口总额 level = 237亿美元',
      '出口总额 level = 136亿美元',
      '出口总额 growth = 4.1%',
    ]);
  });

  test('a list of subjects', () => {
    expect(told('规上工业增加值、固定资产投资和进出口总额分别增长9%、8%和6.5%。')).toEqual([
      '规模以上工业增加值 growth = 9%',
      '固定资产投资 growth = 8%',
      '进出口总额 growth = 6.5%',
    ]);
  });

  test('a list whose members share their end or their beginning', () => {
    expect(told('城镇、农村居民人均可支配收入分别增长4.5%、5.5%左右。')).toEqual([
      '城镇居民人均可支配收入 growth ~ 4.5%',
      '农村居民人均可支配收入 growth ~ 5.5%',
    ]);
    expect(told('城乡居民人均可支配收入分别增长4.4%、5.6%。')).toEqual([
      '城镇居民人均可支配收入 growth = 4.4%',
      '农村居民人均可支配收入 growth = 5.6%',
    ]);
    expect(told('万元GDP建设用地、能耗和水耗分别下降10%、2.75%和4%。')).toEqual([
      '单位GDP建设用地 growth = -10%',
      '单位地区生产总值能耗 growth = -2.75%',
      '单位GDP水耗 growth = -4%',
    ]);
  });

  test('a list with a figure too few is not guessed at', () => {
    expect(told('规上工业增加值、固定资产投资、进出口总额分别增长9%、8%。')).toEqual([]);
  });

  test('growth of figures that were told one after another', () => {
    expect(told('接待游客1256万人次，实现旅游总收入98.6亿元，分别增长15.3%、18.2%。').slice(2)).toEqual([
      '接待游客人次 growth = 15.3%',
      '旅游总收入 growth = 18.2%',
    ]);
  });

  test('the mark that was passed on the way', () => {
    expect(told('地区生产总值突破3万亿元、达3.6万亿元。')).toEqual(['地区生产总值 level = 3.6万亿元']);
    expect(told('地区生产总值达3.6万亿元，突破3万亿元大关。')).toEqual(['地区生产总值 level = 3.6万亿元']);
  });

  test('asides between, and a subject that the clause before announced', () => {
    expect(told('地区生产总值达到5.53万亿元、稳居全国前十强、增长4.8%。')[1]).toBe('地区生产总值 growth = 4.8%');
    expect(told('本地生产总值高位竞进，超过6500亿元。')).toEqual(['地区生产总值 level >= 6500亿元']);
  });

  test('a note in brackets, and a place that is kept', () => {
    expect(told('地区生产总值1782亿元(预计数,下同),比上年增长8.2%。')[1]).toBe('地区生产总值 growth = 8.2%');
    expect(told('社会消费品零售总额1466.3亿元，继续居全市各区之首，同口径增长15.3%。')[1]).toBe('社会消费品零售总额 growth = 15.3%');
  });

  test('a share of good water is none of the air, and a label keeps its end', () => {
    expect(told('断面水质连续五年优良率达到100%。')).toEqual([]);
    expect(told('空气质量稳步改善，优良率达80.5%。')).toEqual(['空气质量优良天数比例 share = 80.5%']);
    expect(observe('固定资产投资总额368.5亿元。')[0]?.label).toBe('固定资产投资总额');
  });

  test('an index has no unit', () => {
    expect(told('居民消费价格指数103.5左右。')).toEqual(['居民消费价格 level ~ 103.5']);
    expect(told('CPI微降0.1%。')).toEqual(['居民消费价格 growth = -0.1%']);
  });

  test('a mark that stands behind level and growth', () => {
    expect(told('税收收入2101亿元，增长8.4%，首次突破2000亿元大关。')).toEqual(['税收收入 level = 2101亿元', '税收收入 growth = 8.4%']);
    expect(told('一般公共预算收入连续三年实现两位数增长。')).toEqual([]);
  });

  test('where a movement came from', () => {
    expect(told('居民人均可支配收入由4.7万元提高至6.8万元。')).toEqual(['居民人均可支配收入 level = 6.8万元']);
    expect(told('一般公共预算收入由85亿元增至137亿元。')).toEqual(['一般公共预算收入 level = 137亿元']);
  });

  test('the indicator behind its figure', () => {
    expect(told('全年完成200亿元固定资产投资。')).toEqual(['固定资产投资 level = 200亿元']);
  });

  test('new ones and the stock', () => {
    expect(told('新增国家高新技术企业471家，总量突破5000家。')).toEqual([
      '新增高新技术企业 level = 471家',
      '高新技术企业数 level >= 5000家',
    ]);
    expect(told('新增轨道交通运营里程17公里。')).toEqual(['轨道交通运营里程 change = 17公里']);
  });

  test('a rate that is reached is a growth, a level that is reached is none', () => {
    expect(told('地区生产总值增速达到7.5%以上。')).toEqual(['地区生产总值 growth >= 7.5%']);
    expect(told('PM2.5平均浓度下降到35微克/立方米。')).toEqual(['PM2.5浓度 level = 35微克/立方米']);
  });

  test('collective words, where figures outnumber members', () => {
    expect(told('三次产业增加值分别增长3.5%、7%、8.2%。')).toEqual([
      '第一产业增加值 growth = 3.5%',
      '第二产业增加值 growth = 7%',
      '第三产业增加值 growth = 8.2%',
    ]);
  });

  test('a movement in points is a change', () => {
    expect(told('城镇化率达58.3%，提高1.1个百分点。')[1]).toBe('常住人口城镇化率 change = 1.1个百分点');
  });
});

describe('one figure for two, and what is newly counted', () => {
  test.each([
    ['游客接待量、旅游总收入增长50%以上。', ['接待游客人次 growth >= 50%', '旅游总收入 growth >= 50%']],
    ['城乡低保标准提高到每月800元和600元。', ['城市最低生活保障标准 level = 800元', '农村最低生活保障标准 level = 600元']],
    ['新增36家规上企业。', ['新增规模以上企业 level = 36家']],
    ['新增上市公司3家、规上企业100家。', ['新增上市公司 level = 3家', '新增规模以上企业 level = 100家']],
    ['城镇新增就业3.2万人，有741名下岗失业人员实现再就业。', ['城镇新增就业 level = 3.2万人', '失业人员再就业 level = 741名']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what is no figure of the indicator', () => {
  test.each([
    '在5‰土地上创造了8%GDP12%一般公共预算收入。',
    '税收过亿元楼宇达14栋。',
    '金融业对GDP增长的贡献率达49.3%。',
    '增速高于全国GDP1.1个百分点。',
    '林业生产总值增长9%。',
    '能耗(万元GDP能耗下降5%)持续下降。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('scope', () => {
  test('a part before the indicator', () => {
    expect(observe('港区集装箱吞吐量达127万标箱。')[0]?.scope).toBe('港区');
  });

  test('a park that the sentence begins with', () => {
    const [tax] = observe('金水经开区高歌猛进，多式联运取得新进展，完成税收27亿元。');
    expect(tax).toMatchObject({ indicator: '税收收入', scope: '金水经开区' });
  });

  test('a park that the sentence builds up', () => {
    expect(observe(plan('推进空港综保区建设，打造产业园，实现进出口总额增长40%以上。'))[0]?.scope).toBe('空港综保区');
  });

  test('the region itself is none', () => {
    expect(observe('全区地区生产总值增长8%。')[0]?.scope).toBeUndefined();
    const document = {
      ...figureDocument(['甲水区地区生产总值增长8%。']),
      region: { code: null, name: '甲水区', fullName: '某省某市甲水区', level: 'county' as const, slug: 'x' },
    };
    expect(indicators(document, dictionary)[0]?.scope).toBeUndefined();
  });
});

describe('time', () => {
  const periods = (...lines: (Line | string)[]) => observe(...lines).map(({ period, status }) => `${period} ${status}`);

  test('a review tells the year before, a plan its own', () => {
    expect(periods('地区生产总值增长8%。', plan('地区生产总值增长7%。'))).toEqual(['2019 actual', '2020 target']);
  });

  test('预计 is an estimate, and 下同 holds on', () => {
    expect(periods('全区地区生产总值增长8%(预计数,下同)；进出口总额增长8%。', '森林覆盖率55%。')).toEqual([
      '2019 estimate',
      '2019 estimate',
      '2019 estimate',
    ]);
    expect(periods('森林覆盖率55%，预计地区生产总值增长8%。')).toEqual(['2019 actual', '2019 estimate']);
  });

  test('a year that the sentence names', () => {
    expect(periods(plan('到2025年，地区生产总值突破3300亿元。'))).toEqual(['2025 target']);
  });

  test('a span: averages over it, levels at its end', () => {
    expect(periods('“十三五”时期，地区生产总值年均增长8.5%，森林覆盖率达到55%。')).toEqual(['2016-2019 actual', '2019 actual']);
    expect(periods(plan('“十四五”时期，地区生产总值年均增长6%。'))).toEqual(['2021-2025 target']);
  });

  test('a base year', () => {
    expect(periods('地区生产总值从2010年的46亿元增加到2015年的72亿元、年均增长8.5%。')).toEqual(['2015 actual', '2011-2015 actual']);
  });

  test('a heading that speaks of five years', () => {
    const heading: Line = { type: 'heading', text: '一、过去五年工作回顾', title: '过去五年工作回顾' };
    expect(periods(heading, '固定资产投资年均增长12%。')).toEqual(['2015-2019 actual']);
  });

  test('a part of a year', () => {
    expect(periods('一季度，地区生产总值下降7.4%。')).toEqual(['2019-Q1 actual']);
  });

  test('part of a year in brackets holds for its own clause', () => {
    expect(periods('进出口总额(1-11月)1157亿元，地区生产总值增长8%。')).toEqual(['2019-M1-M11 actual', '2019 actual']);
  });

  test('a rate holds at the end of years that a heading names, what is newly counted over them', () => {
    const heading: Line = { type: 'heading', text: '一、2016-2019年工作回顾', title: '2016-2019年工作回顾' };
    const all = observe(heading, '城镇登记失业率控制在3.5%以内，城镇新增就业7.8万人。');
    expect(all.map(({ measure, period }) => `${measure} ${period}`)).toEqual(['level 2019', 'cumulative 2016-2019']);
  });

  test('the time of a plan in its heading, not of the plan that is worked out or of an event', () => {
    const heading: Line = { part: 'plan', type: 'heading', text: '二、“十四五”时期主要目标任务', title: '“十四五”时期主要目标任务' };
    expect(periods(heading, plan('森林覆盖率达到60%。'))).toEqual(['2025 target']);
    expect(periods(plan('筹办2023年大学生运动会，森林覆盖率达到60%。'))).toEqual(['2020 target']);
    expect(periods('做好“十三五”中期评估，地区生产总值增长8%。')).toEqual(['2019 actual']);
  });

  test('titles of plans name no time', () => {
    expect(periods(plan('落实《城镇体系规划(2016-2030年)》，城镇化率达到60%。'))).toEqual(['2020 target']);
  });
});

describe('places', () => {
  test('the quote is the clause in the seed, white space and width as printed', () => {
    const document = figureDocument(['预计  规模以上 工业增加值１８亿元，增长９％。']);
    for (const o of indicators(document, dictionary)) expect(document.seed.slice(o.start, o.end)).toBe(o.quote);
    expect(indicators(document, dictionary).map(({ quote }) => quote)).toEqual([
      '预计  规模以上 工业增加值１８亿元',
      '预计  规模以上 工业增加值１８亿元，增长９％',
    ]);
  });

  test('main targets that are told one a line', () => {
    const all = observe(
      plan('主要预期目标是：'),
      plan('——地区生产总值增长7%；'),
      plan('——出口总额226亿美元，增长3%；'),
      plan('——居民人均可支配收入与经济保持同步增长；'),
      plan('——城镇登记失业率控制在3%以内。'),
      plan(`${'我们要继续努力。'.repeat(12)}旅游总收入增长9%。`),
    );
    expect(all.filter(({ headline }) => headline).map(({ indicator }) => indicator)).toEqual([
      '地区生产总值',
      '出口总额',
      '出口总额',
      '城镇登记失业率',
    ]);
  });

  test('headlines: a list of targets whose announcement holds no figure', () => {
    const all = observe(
      plan('要保持地区生产总值增长8%的势头。'),
      plan('今年的主要目标是：'),
      plan('——地区生产总值增长8%；'),
      plan('——固定资产投资增长9%；'),
      plan('——社会消费品零售总额增长7%；'),
      plan('——一般公共预算收入增长6%。'),
    );
    expect(all.filter(({ headline }) => headline).map(({ indicator }) => indicator)).toContain('固定资产投资');
  });

  test('headlines: the results of the year, the main targets', () => {
    const all = observe(
      '地区生产总值增长8%，进出口总额增长5%。森林覆盖率达55%，一年更比一年好。',
      plan('主要预期目标是：地区生产总值增长7%；固定资产投资增长8%。'),
      plan('全年完成旅游总收入20亿元。'),
    );
    expect(all.filter(({ headline }) => headline).map(({ indicator, period }) => `${indicator} ${period}`)).toEqual([
      '地区生产总值 2019',
      '进出口总额 2019',
      '地区生产总值 2020',
      '固定资产投资 2020',
    ]);
  });
});
