import { describe, expect, test } from 'vitest';
import { numeral } from '../src/text/numerals.ts';
import { quantities } from '../src/text/quantity.ts';
import { halfWidth } from '../src/text/width.ts';
import { dictionary } from './figure-document.ts';

const read = (text: string): string[] =>
  quantities(text, dictionary.units).map((q) => {
    const value = q.valueHigh === undefined ? `${q.value}` : `${q.value}..${q.valueHigh}`;
    return `${q.qualifier} ${value} ${q.unit}`;
  });

describe('width and numerals', () => {
  test('full-width forms keep their places', () => {
    expect(halfWidth('增长５．５％，其中（Ａ）')).toBe('增长5.5%,其中(A)');
    expect(halfWidth('“高新”。')).toBe('“高新”。');
  });

  test.each([
    ['1,234.5', 1234.5],
    ['二〇三五', 2035],
    ['十二', 12],
    ['一百零五', 105],
    ['七千二百万', 72_000_000],
    ['一亿二千万', 120_000_000],
    ['三点五', 3.5],
    ['两万', 20_000],
  ])('%s is a number', (text, value) => {
    expect(numeral(text)).toBe(value);
  });

  test('words are none', () => {
    expect(numeral('多')).toBeNull();
    expect(numeral('')).toBeNull();
  });
});

describe('quantities', () => {
  test.each([
    ['增长5.5%左右', ['~ 5.5 %']],
    ['增长7%以上', ['>= 7 %']],
    ['控制在3%以内', ['<= 3 %']],
    ['提高2个百分点', ['= 2 个百分点']],
    ['总量达1.2万亿元', ['= 1.2 万亿元']],
    ['增长3～5%', ['range 3..5 %']],
    ['增长6.5%-7%', ['range 6.5..7 %']],
    ['增长6.5%－7%', ['range 6.5..7 %']],
    ['增长5%—5.5%左右', ['range 5..5.5 %']],
    ['比2010年翻一番', ['= 1 番']],
    ['实现两位数增长', ['>= 10 %']],
    ['下降3%', ['= 3 %']],
    ['由5.2%降至3.1%', ['= 5.2 %', '= 3.1 %']],
    ['不低于5%', ['>= 5 %']],
    ['不少于6000套', ['>= 6000 套']],
    ['不超过5天', ['<= 5 天']],
    ['突破500亿元', ['>= 500 亿元']],
    ['超1500亿元', ['>= 1500 亿元']],
    ['近2万人', ['~ 2 万人']],
    ['约6亿元', ['~ 6 亿元']],
    ['3500余名', ['>= 3500 名']],
    ['8200余万元', ['>= 8200 万元']],
    ['200多家', ['>= 200 家']],
    ['增长５％', ['= 5 %']],
    ['突破七亿元', ['>= 7 亿元']],
    ['突破千亿元', ['>= 1000 亿元']],
    ['增长百分之八', ['= 8 %']],
    ['突破2000亿大关', ['>= 2000 亿']],
    ['共1,234.5亿元', ['= 1234.5 亿元']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a list, and one whose separators were lost', () => {
    expect(read('分别增长56.7%、8.4%、12.4%')).toEqual(['= 56.7 %', '= 8.4 %', '= 12.4 %']);
    expect(read('分别增长56.7%8.4%12.4%')).toEqual(['= 56.7 %', '= 8.4 %', '= 12.4 %']);
  });

  test('a qualifier at the end of a list is that of each member', () => {
    expect(read('分别下降5%、5%、3%左右')).toEqual(['~ 5 %', '~ 5 %', '~ 3 %']);
  });

  test('a rank is told apart', () => {
    const [rank] = quantities('总量居全国第5', dictionary.units);
    expect(rank).toMatchObject({ value: 5, unit: '位', rank: true });
    expect(quantities('第三产业和第2条', dictionary.units)).toEqual([]);
  });

  test('positions and directions', () => {
    const text = '全年增长约5%,下降3.2%以上';
    const found = quantities(text, dictionary.units);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['约5%', '3.2%以上']);
    expect(found.map(({ direction }) => direction)).toEqual(['up', 'down']);
  });

  test.each([
    'R&D经费',
    'PM2.5和PM10',
    '5G网络',
    '630攻坚',
    '“5个100”和“6个10”',
    '公交站点500米覆盖',
    '进入前30位',
    '2025年1月3日',
    '2016-2030年',
    '第3条',
    'G234国道和S3线',
    '3个月',
    '3个多月',
    '12345热线',
    '万元GDP能耗',
    '百亿级产业',
    '营收10亿元级企业',
    '用好“21条”',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('GDP12.5% is one, though a letter stands before it', () => {
    expect(read('GDP12.5%')).toEqual(['= 12.5 %']);
  });
});
