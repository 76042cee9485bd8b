/** 万亿元 → 万亿, 元 */
const magnitude = /^(万亿|千亿|百亿|亿|千万|百万|万|千)?(.+)$/u;

const factors: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 百亿: 1e10, 千亿: 1e11, 万亿: 1e12 };

/** A quantity in the unit without its magnitude: 1.2万亿元 → 1.2e12 元. 个百分点 stays apart from %. */
export function baseQuantity(value: number, unit: string): { value: number; unit: string } {
  const [, prefix, base] = magnitude.exec(unit) ?? [];
  return { value: value * (factors[prefix ?? ''] ?? 1), unit: base ?? unit };
}

/** `value` of `unit` expressed in `wanted`; null where the two measure different things: 亿美元 in 亿元. */
export function inUnit(value: number, unit: string, wanted: string): number | null {
  if (unit === wanted) return value;
  const [from, to] = [baseQuantity(value, unit), baseQuantity(1, wanted)];
  return from.unit === to.unit ? Number((from.value / to.value).toPrecision(12)) : null;
}
