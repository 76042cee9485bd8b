import { describe, expect, it } from 'vitest';
import { drawnMarks, medians, regionsChart } from '../src/charts/regions-chart.ts';
import { resultTargetChart, sharedDomain } from '../src/charts/result-target.ts';
import { yearsChart } from '../src/charts/years-chart.ts';

const forbidden = /style=|<script|on\w+=|NaN|Infinity|undefined/;

describe('result beside target', () => {
  const domain = sharedDomain([8, 10, -3]);

  it('puts the dot of a higher result further right', () => {
    const at = (result: number) => Number(/cx="([\d.]+)"/.exec(resultTargetChart({ result, target: null }, domain))?.[1]);
    expect(at(10)).toBeGreaterThan(at(8));
    expect(at(-3)).toBeLessThan(at(0));
  });

  it('is nothing without figures, leaves the words to the cells, and draws a zero mark only where values are negative', () => {
    expect(resultTargetChart({ result: null, target: null }, domain)).toBe('');
    const chart = resultTargetChart({ result: 8, target: 7.5 }, domain);
    expect(chart).toContain('aria-hidden="true"');
    expect(chart).toMatch(/class="c-rule" d="M6 10H98M[\d.]+ 5v10"/);
    expect(resultTargetChart({ result: 8, target: 7 }, sharedDomain([8, 7]))).toContain('d="M6 10H98"');
    expect(chart).not.toMatch(forbidden);
  });

  it('does not let one far value press the others together', () => {
    expect(sharedDomain([8, 7, 10, 9, 87])).toEqual([0, 10]);
    const chart = resultTargetChart({ result: 87, target: 8 }, [0, 10]);
    expect(chart).toContain('class="c-result" d="M97 5L103 10L97 15"');
    expect(chart).not.toContain('<circle');
  });
});

describe('years of a region', () => {
  const points = [2014, 2015, 2017, 2018].map((year) => ({ year, result: year - 2008, target: year === 2017 ? null : year - 2009 }));

  it('draws a dot a result, a stroke a target, and no line over a missing year', () => {
    const chart = yearsChart(points, { title: '生产<总值>', unit: '%' });
    expect(chart.match(/<circle/g)).toHaveLength(4);
    expect(/class="c-target" d="([^"]+)"/.exec(chart)?.[1]?.match(/M/g)).toHaveLength(3);
    expect(/class="c-line" d="([^"]+)"/.exec(chart)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(chart).toContain('<title>生产&lt;总值></title>');
    expect(chart).toContain('<desc>2014年结果6%、目标5%；2015年结果7%、目标6%；2017年结果9%；2018年结果10%、目标9%。</desc>');
    expect(chart).not.toMatch(forbidden);
  });

  it('stays inside its frame', () => {
    const chart = yearsChart([{ year: 2020, result: -12, target: 1_000_000 }], { title: '', unit: '亿元' });
    for (const [, y] of chart.matchAll(/cy="([\d.-]+)"/g)) expect(Number(y)).toBeLessThanOrEqual(132);
    expect(chart).toContain('100万');
    expect(yearsChart([{ year: 2020, result: null, target: null }], { title: '', unit: '' })).toBe('');
  });
});

describe('regions over the years', () => {
  const lines = ['甲区', '乙区', '丙区'].map((name, i) => ({
    name,
    points: [2019, 2020].map((year) => ({ year, value: 5 + i * (year - 2018) })),
  }));

  it('names the lines, and draws the median of years with three values', () => {
    const chart = regionsChart(lines, { title: '各地', desc: '…', unit: '%' });
    for (const { name } of lines) expect(chart).toContain(`>${name}</text>`);
    expect(chart).toContain('class="c-median"');
    expect(chart).not.toMatch(forbidden);
    expect(medians(lines.flatMap((line) => line.points))).toEqual([
      { year: 2019, value: 6 },
      { year: 2020, value: 7 },
    ]);
  });

  it('says which marks are there', () => {
    expect(drawnMarks(lines)).toBe('细线为各地的结果，粗线为三地以上各年的中位数');
    expect(drawnMarks([{ name: '甲区', points: [2018, 2020].map((year) => ({ year, value: 1 })) }])).toBe('圆点为前后一年都没有数字的结果');
  });

  it('is nothing where no region has two years', () => {
    const apart = [2019, 2020, 2021].map((year) => ({ name: `${year}`, points: [{ year, value: 1 }] }));
    expect(regionsChart(apart, { title: '', desc: '', unit: '' })).toBe('');
    expect(regionsChart([{ name: '甲区', points: [{ year: 2020, value: 1 }] }], { title: '', desc: '', unit: '' })).toBe('');
  });
});
