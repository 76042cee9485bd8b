import { describe, expect, test } from 'vitest';
import { commitments } from '../src/pipeline/commitments.ts';
import { indicators } from '../src/pipeline/indicators.ts';
import { dictionary, figureDocument, type Line } from './figure-document.ts';

const all = (...lines: (Line | string)[]) => {
  const document = figureDocument(lines);
  return commitments(document, dictionary, indicators(document, dictionary));
};
const told = (...lines: (Line | string)[]): string[] =>
  all(...lines).map((o) => `${o.verb ?? '–'} ${o.object} ${o.qualifier} ${o.value}${o.unit}`);

describe('verb, object and quantity', () => {
  test.each([
    ['新增停车位5856个。', ['新增 停车位 = 5856个']],
    ['改造老旧小区80个。', ['改造 老旧小区 = 80个']],
    ['新建5G基站15500个。', ['新建 5G基站 = 15500个']],
    ['24小时自助图书馆增至7个。', ['增至 24小时自助图书馆 = 7个']],
    ['新引进10亿元以上项目15个。', ['新引进 10亿元以上项目 = 15个']],
    ['会议文件精简32%以上。', ['精简 会议文件 >= -32%']],
    ['补助标准提高到每年4300元。', ['提高到 补助标准 = 4300元']],
    ['10.08万贫困人口脱贫。', ['脱贫 贫困人口 = 10.08万']],
    ['122个贫困村出列。', ['出列 贫困村 = 122个']],
    ['清理取缔小作坊20家，整治清零隐患40处。', ['清理取缔 小作坊 = 20家', '整治清零 隐患 = 40处']],
    ['审查规范性文件325件。', ['审查 规范性文件 = 325件']],
    ['行政审批事项压减率达89.2%。', ['– 行政审批事项压减率 = 89.2%']],
    ['社保降费31.5亿元。', ['降费 社保 = 31.5亿元']],
    [
      '企业开办、不动产登记、工程审批分别控制在2个、5个、44个工作日。',
      ['– 企业开办 = 2个工作日', '– 不动产登记 = 5个工作日', '– 工程审批 = 44个工作日'],
    ],
    ['改造80个老旧小区。', ['改造 老旧小区 = 80个']],
    ['全年加装电梯120台以上。', ['加装 电梯 >= 120台']],
    ['新增学位3600个、病床400张。', ['新增 学位 = 3600个', '新增 病床 = 400张']],
    ['新引进投资100亿元以上项目1个。', ['新引进 投资100亿元以上项目 = 1个']],
    ['组织实施水利工程47个。', ['组织实施 水利工程 = 47个']],
    ['新建公寓500套、供应300套。', ['新建 公寓 = 500套', '供应 公寓 = 300套']],
    ['安排1.9亿元帮扶资金。', ['安排 帮扶资金 = 1.9亿元']],
    ['家庭医生签约43万人。', ['签约 家庭医生 = 43万人']],
    ['推动朝阳等4个社区获评先进。', ['获评 社区 = 4个']],
    ['税收亿元楼宇达14栋。', ['– 税收亿元楼宇 = 14栋']],
    ['中欧班列发运411列，增长189%。', ['发运 中欧班列 = 411列', '增长 中欧班列 = 189%']],
    ['清泉片区8个项目集中开工。', ['开工 项目 = 8个']],
    ['危险废物处置能力提高到14万吨。', ['提高到 危险废物处置能力 = 14万吨']],
    ['“三公”经费下降11.5%。', ['下降 “三公”经费 = -11.5%']],
    ['拆除违法建筑28栋，完成210户房屋加固。', ['拆除 违法建筑 = 28栋', '完成 房屋加固 = 210户']],
    ['政务热线办结率达98.4%。', ['– 政务热线办结率 = 98.4%']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each(['提供24小时服务。', '增速高于全省1.2个百分点。', '占全省的34%。', '落实“安全生产15条”。', '我们还有许多工作要做。'])(
    '%s holds none',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

test('an indicator is told once', () => {
  expect(all('地区生产总值增长8%，新增停车位500个。').map(({ indicator, label }) => [indicator, label])).toEqual([[null, '停车位']]);
});

test('promise and result, its sentence and its place', () => {
  const document = figureDocument(['新建公园４３个。', { part: 'plan', text: '  新建 公园 5个。' }]);
  const found = commitments(document, dictionary, []);
  expect(found.map(({ status, period, anchor }) => [status, period, anchor])).toEqual([
    ['actual', 2019, 'p1'],
    ['target', 2020, 'p2'],
  ]);
  for (const o of found) expect(document.seed.slice(o.start, o.end)).toBe(o.quote);
  expect(found.map(({ quote }) => quote)).toEqual(['新建公园４３个', '新建 公园 5个']);
});

test('what is added counts over a span, a stock at its end', () => {
  expect(all('五年来，新增上市企业5家。五年来，上市企业达216家。').map(({ period, measure }) => `${period} ${measure}`)).toEqual([
    '2015-2019 cumulative',
    '2019 level',
  ]);
});
