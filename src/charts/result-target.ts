import { scaleLinear } from 'd3-scale';
import { drawing, element, px } from './svg.ts';

/** A result and a target on the scale that all rows of a table share. */
export interface ResultTarget {
  result: number | null;
  target: number | null;
  /** In words, for those who cannot see the drawing: 结果8%，目标7.5%左右 */
  title: string;
}

const width = 104;
const height = 20;
const margin = 6;

/** A dot where the result is, an upright stroke where the target is, a thin rule from zero; '' where both are missing. */
export function resultTargetChart({ result, target, title }: ResultTarget, domain: readonly [number, number]): string {
  if (result === null && target === null) return '';
  const x = scaleLinear(domain, [margin, width - margin]).clamp(true);
  const y = height / 2;
  const rule = element('path', { class: 'c-rule', d: `M${px(x(domain[0]))} ${y}H${px(x(domain[1]))}` });
  const zero = domain[0] < 0 ? element('path', { class: 'c-rule', d: `M${px(x(0))} ${y - 5}v10` }) : '';
  return drawing({ width, height, class: 'c-pair' }, { title }, rule + zero + stroke(target, x, y) + dot(result, x, y));
}

/** From zero, or from the lowest value where one is negative, to the highest. */
export function sharedDomain(values: readonly number[]): [number, number] {
  return [Math.min(0, ...values), Math.max(1, ...values)];
}

function dot(value: number | null, x: (value: number) => number, y: number): string {
  return value === null ? '' : element('circle', { class: 'c-result', cx: px(x(value)), cy: y, r: 4 });
}

function stroke(value: number | null, x: (value: number) => number, y: number): string {
  return value === null ? '' : element('path', { class: 'c-target', d: `M${px(x(value))} ${y - 8}v16` });
}
