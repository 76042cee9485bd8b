import type { Quantity } from '../text/quantity.ts';

/** 分别完成210亿元、35亿元和1.2亿美元: a list of unlike units. */
const respective = /分别[^,;:。]{0,8}$/;

/** 5%和2.4‰, 762元/月、6120元/年 are said of two subjects alike. */
function alike(one = '', other: string): boolean {
  return [/^[%‰]$/, /^元\/[月年]$/].some((family) => family.test(one) && family.test(other));
}

const magnitude = /^[十百千万亿]+/;

/** 56.7%、8.4%和12.4% are one list, also where the separators were lost. */
export function quantityLists(all: readonly Quantity[], text: string): Quantity[][] {
  const groups: Quantity[][] = [];
  let last: Quantity | undefined;
  for (const quantity of all) {
    const between = last ? text.slice(last.end, quantity.start) : 'none';
    const listed =
      /^[、和及与]?$/.test(between) &&
      (last?.unit === quantity.unit ||
        (last?.unit === '个' && quantity.unit === '个百分点') ||
        alike(last?.unit, quantity.unit) ||
        respective.test(text.slice(0, groups.at(-1)?.[0]?.start).slice(-12)));
    if (listed) groups.at(-1)?.push(quantity);
    else groups.push([quantity]);
    last = quantity;
  }
  return groups.map(completed);
}

/** 1.28万亿、8200亿元: the unit that only the last figure of a list names. */
function completed(group: Quantity[]): Quantity[] {
  const base = group.at(-1)?.unit.replace(magnitude, '') ?? '';
  // 分别提高5个和3个百分点
  if (base === '个百分点') return group.map((one) => ({ ...one, unit: base }));
  return group.map((one) => (one.unit !== '' && one.unit.replace(magnitude, '') === '' ? { ...one, unit: one.unit + base } : one));
}
