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
  const [goal, reached] = [upright(target), upright(result)];
  const direction = goal.qualifier === '>=' ? 'up' : goal.qualifier === '<=' ? 'down' : better;
  if (direction === 'neither') return open('这项指标不以高低论完成');
  const sign = direction === 'up' ? 1 : -1;
  const least = sign * (direction === 'up' ? goal.value : (goal.valueHigh ?? goal.value));
  const best = upper(reached, sign);
  if (lower(reached, sign) >= least) return { kind: 'reached' };
  if (best >= least) return open('结果只说了界限,不能判断');
  if (goal.qualifier === '~' && least - best <= near * Math.abs(least)) return open('目标是“左右”,结果相近,不作判断');
  return { kind: 'missed' };
}

/** 下降2%以上 is at most -2. */
function upright(bound: Bound): Bound {
  if (bound.value >= 0 || (bound.qualifier !== '>=' && bound.qualifier !== '<=')) return bound;
  return { ...bound, qualifier: bound.qualifier === '>=' ? '<=' : '>=' };
}

/** The least that the result says for certain, better upwards. */
function lower({ value, valueHigh, qualifier }: Bound, sign: 1 | -1): number {
  const open = sign === 1 ? '<=' : '>=';
  if (qualifier === open || qualifier === '~') return Number.NEGATIVE_INFINITY;
  return sign === 1 ? value : -(valueHigh ?? value);
}

/** The most that it may say. */
function upper({ value, valueHigh, qualifier }: Bound, sign: 1 | -1): number {
  const open = sign === 1 ? '>=' : '<=';
  if (qualifier === open) return Number.POSITIVE_INFINITY;
  const vague = qualifier === '~' ? near * Math.abs(value) : 0;
  return (sign === 1 ? (valueHigh ?? value) : -value) + vague;
}
