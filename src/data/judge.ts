import type { Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';

/** Whether a target was reached; where the words do not allow to say so, why. */
export type Verdict = { kind: 'reached' | 'missed' } | { kind: 'not-comparable'; reason: string };

type Bound = Pick<Observation, 'value' | 'valueHigh' | 'qualifier'>;

/** Below 左右 by more than this share of the target it was missed; nearer, nobody can say. */
const near = 0.2;
const open = (reason: string): Verdict => ({ kind: 'not-comparable', reason });

/** Judges a result against a target in the same unit; `better` is the direction that counts. 目标7%以上, 结果7.2% → reached */
export function judge(target: Bound, result: Bound, better: Indicator['better']): Verdict {
  const direction = target.qualifier === '>=' ? 'up' : target.qualifier === '<=' ? 'down' : better;
  if (direction === 'neither') return open('这项指标不以高低论完成');
  const sign = direction === 'up' ? 1 : -1;
  const goal = sign * bound(target, direction === 'up' ? 'low' : 'high');
  const worst = lower(result, sign);
  const best = upper(result, sign);
  if (worst >= goal) return { kind: 'reached' };
  if (best >= goal) return open('结果只说了界限,不能判断');
  if (target.qualifier === '~' && goal - best <= near * Math.abs(goal)) return open('目标是“左右”,结果相近,不作判断');
  return { kind: 'missed' };
}

function bound({ value, valueHigh }: Bound, side: 'low' | 'high'): number {
  return side === 'high' ? (valueHigh ?? value) : value;
}

/** The least that the result says for certain, better upwards. */
function lower({ value, valueHigh, qualifier }: Bound, sign: 1 | -1): number {
  const [low, high] = [value, valueHigh ?? value];
  if (sign === 1) return qualifier === '<=' || qualifier === '~' ? Number.NEGATIVE_INFINITY : low;
  return qualifier === '>=' || qualifier === '~' ? Number.NEGATIVE_INFINITY : -high;
}

/** The most that it may say. */
function upper({ value, valueHigh, qualifier }: Bound, sign: 1 | -1): number {
  const [low, high] = [value, valueHigh ?? value];
  const vague = qualifier === '~' ? near * Math.abs(value) : 0;
  if (sign === 1) return qualifier === '>=' ? Number.POSITIVE_INFINITY : high + vague;
  return qualifier === '<=' ? Number.POSITIVE_INFINITY : -low + vague;
}
