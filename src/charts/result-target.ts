import { scaleLinear } from 'd3-scale';
import { drawing, element, px } from './svg.ts';

/** A result and a target on the scale that all rows of a table share; the cells beside the drawing say both in words. */
export interface ResultTarget {
  result: number | null;
  target: number | null;
}

const width = 104;
const height = 20;
const margin = 6;

/** A dot where the result is, an upright stroke where the target is, a thin rule from zero; '' where both are missing. */
export function resultTargetChart({ result, target }: ResultTarget, domain: readonly [number, number]): string {
  const values = [result, target].filter((value) => value !== null);
  if (values.length === 0 || values.some((value) => value < domain[0] || value > domain[1])) return '';
  const x = scaleLinear(domain, [margin, width - margin]);
  const y = height / 2;
  const zero = domain[0] < 0 ? `M${Math.round(x(0))} ${y - 5}v10` : '';
  const rule = element('path', { class: 'c-rule', d: `M${px(x(domain[0]))} ${y}H${px(x(domain[1]))}${zero}` });
  return drawing({ width, height, class: 'c-pair' }, null, rule + stroke(target, x, y) + dot(result, x, y));
}

/**
 * From zero, or from the lowest value where one is negative, to the highest; values far beyond the others (进出口总额增长87%)
 * are left out, since they would press the rest together.
 */
export function sharedDomain(values: readonly number[]): [number, number] {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const usual = values.filter((value) => Math.abs(value) <= 4 * Math.max(1, sizes[sizes.length >> 1] ?? 0));
  return [Math.min(0, ...usual), Math.max(1, ...usual)];
}

function dot(value: number | null, x: (value: number) => number, y: number): string {
  return value === null ? '' : element('circle', { class: 'c-result', cx: Math.round(x(value)), cy: y, r: 4 });
}

function stroke(value: number | null, x: (value: number) => number, y: number): string {
  return value === null ? '' : element('path', { class: 'c-target', d: `M${Math.round(x(value))} ${y - 8}v16` });
}
