import { describe, expect, test } from 'vitest';
import { judge } from '../src/data/judge.ts';
import { pairing } from '../src/data/pairing.ts';
import type { Observation } from '../src/schemas/observation.ts';
import { dictionary } from './figure-document.ts';

const indicators = new Map(dictionary.indicators.map((indicator) => [indicator.name, indicator]));
const one = (given: Partial<Observation>): Observation => ({
  id: 'x',
  report: 'r',
  indicator: '地区生产总值',
  label: '地区生产总值',
  measure: 'growth',
  value: 8,
  unit: '%',
  qualifier: '=',
  status: 'target',
  period: 2019,
  headline: true,
  quote: '地区生产总值增长8%',
  start: 0,
  end: 10,
  section: 's1',
  anchor: 's1-p1',
  ...given,
});
const result = (given: Partial<Observation>): Observation => one({ status: 'actual', ...given });
const pair = (target: Observation[], reached: Observation[]) =>
  pairing(
    [
      { year: 2019, observations: target },
      { year: 2020, observations: reached },
    ],
    indicators,
  );
const verdicts = (target: Observation[], reached: Observation[]) => pair(target, reached).map(({ verdict }) => verdict?.kind);

describe('verdicts', () => {
  test.each([
    [{ value: 8, qualifier: '=' }, { value: 8.1, qualifier: '=' }, 'up', 'reached'],
    [{ value: 8, qualifier: '=' }, { value: 7.9, qualifier: '=' }, 'up', 'missed'],
    [{ value: 7, qualifier: '>=' }, { value: 6.9, qualifier: '=' }, 'up', 'missed'],
    [{ value: 3, qualifier: '<=' }, { value: 2.4, qualifier: '=' }, 'down', 'reached'],
    [{ value: 3, qualifier: '<=' }, { value: 3, qualifier: '<=' }, 'down', 'reached'],
    [{ value: 3, qualifier: '<=' }, { value: 3.5, qualifier: '<=' }, 'down', 'not-comparable'],
    [{ value: 8, qualifier: '~' }, { value: 7.5, qualifier: '=' }, 'up', 'not-comparable'],
    [{ value: 8, qualifier: '~' }, { value: 3, qualifier: '=' }, 'up', 'missed'],
    [{ value: 6.5, valueHigh: 7, qualifier: 'range' }, { value: 6.6, qualifier: '=' }, 'up', 'reached'],
    [{ value: 500, qualifier: '=' }, { value: 450, qualifier: '>=' }, 'up', 'not-comparable'],
    [{ value: -2, qualifier: '>=' }, { value: -3, qualifier: '=' }, 'down', 'reached'],
    [{ value: 2, qualifier: '~' }, { value: 2, qualifier: '=' }, 'neither', 'not-comparable'],
  ] as const)('%o → %o, better %s: %s', (target, reached, better, kind) => {
    expect(judge(target, reached, better).kind).toBe(kind);
  });
});

describe('pairs', () => {
  test('the target of a year beside the result that the next report tells', () => {
    const [found] = pair([one({ value: 7, qualifier: '>=' })], [result({ value: 8.2, quote: '增长8.2%' })]);
    expect(found).toMatchObject({ year: 2019, indicator: '地区生产总值', verdict: { kind: 'reached' } });
    expect(found?.result.quote).toBe('增长8.2%');
  });

  test('units of one measure are converted, others are not compared', () => {
    const money = { measure: 'level', unit: '亿元', value: 11_000 } as const;
    expect(verdicts([one(money)], [result({ measure: 'level', unit: '万亿元', value: 1.2 })])).toEqual(['reached']);
    expect(verdicts([one(money)], [result({ measure: 'level', unit: '亿美元', value: 12_000 })])).toEqual(['not-comparable']);
  });

  test('growth is not compared with a level', () => {
    expect(verdicts([one({})], [result({ measure: 'level', unit: '亿元', value: 500 })])).toEqual(['not-comparable']);
  });

  test('another basis is not compared', () => {
    expect(verdicts([one({})], [result({ value: 9, quote: '同口径增长9%' })])).toEqual(['not-comparable']);
  });

  test('a name of another extent is not compared', () => {
    const tax = { indicator: '税收收入', label: '税收收入' };
    expect(verdicts([one(tax)], [result({ ...tax, label: '全口径税收', value: 9 })])).toEqual(['not-comparable']);
  });

  test('two results that differ are not chosen from', () => {
    expect(verdicts([one({})], [result({ value: 8.2 }), result({ value: 7.1 })])).toEqual(['not-comparable']);
  });

  test('a part of the region stands for nothing but itself', () => {
    expect(pair([one({})], [result({ scope: '港区' })])).toEqual([]);
  });

  test('years that do not follow each other are not paired', () => {
    expect(
      pairing(
        [
          { year: 2019, observations: [one({})] },
          { year: 2021, observations: [result({})] },
        ],
        indicators,
      ),
    ).toEqual([]);
  });

  test('commitments are paired as a suggestion, where each report has one', () => {
    const deed = { indicator: null, object: '断头路', verb: '打通', measure: 'level', unit: '条', value: 5 } as const;
    const [found] = pair([one(deed)], [result({ ...deed, value: 6 })]);
    expect(found).toMatchObject({ indicator: null, verdict: null });
    expect(pair([one(deed)], [result(deed), result({ ...deed, value: 6 })])).toEqual([]);
  });
});
