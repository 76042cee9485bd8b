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

/**
 * A dot where the result is, an upright stroke where the target is, a thin rule from zero, an arrow at the edge for a value beyond the
 * scale; '' where both are missing.
 */
export function resultTargetChart({ result, target }: ResultTarget, domain: readonly [number, number]): string {
  const values = [result, target].filter((value) => value !== null);
  if (values.length === 0) return '';
  const x = scaleLinear(domain, [margin, width - margin]);
  const y = height / 2;
  const zero = domain[0] < 0 ? `M${Math.round(x(0))} ${y - 5}v10` : '';
  const rule = element('path', { class: 'c-rule', d: `M${px(x(domain[0]))} ${y}H${px(x(domain[1]))}${zero}` });
  return drawing({ width, height, class: 'c-pair' }, null, rule + mark(target, 'c-target', stroke) + mark(result, 'c-result', dot));

  function mark(value: number | null, name: string, shape: (at: number, y: number) => string): string {
    if (value === null) return '';
    return value < domain[0] || value > domain[1] ? arrow(value > domain[1], name, y) : shape(Math.round(x(value)), y);
  }
}

/**
 * From zero, or from the lowest value where one is negative, to the highest; values far beyond the others (进出口总额增长87%)
 * stay beyond it, since they would press the rest together.
 */
export function sharedDomain(values: readonly number[]): [number, number] {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const usual = values.filter((value) => Math.abs(value) <= 4 * Math.max(1, sizes[sizes.length >> 1] ?? 0));
  return [Math.min(0, ...usual), Math.max(1, ...usual)];
}

function dot(at: number, y: number): string {
  return element('circle', { class: 'c-result', cx: at, cy: y, r: 4 });
}

function stroke(at: number, y: number): string {
  return element('path', { class: 'c-target', d: `M${at} ${y - 8}v16` });
}

/** A filled triangle for a result, an open angle for a target. */
function arrow(right: boolean, name: string, y: number): string {
  const [edge, back] = right ? [width - 1, -6] : [1, 6];
  return element('path', { class: name, d: `M${edge + back} ${y - 5}L${edge} ${y}L${edge + back} ${y + 5}` });
}
