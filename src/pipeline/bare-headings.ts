import type { Heading } from './heading.ts';
import { bareTitle, isBareHeading, isTopHeading } from './heading-lines.ts';
import type { Unit } from './units.ts';

/** Headings without a number, on a line of their own above a text. */
export function bareHeadings(units: readonly Unit[]): [Unit, Heading][] {
  const tops = hasTops(units);
  const found = units.flatMap((unit, i): [Unit, Heading][] => {
    const { value } = unit.text;
    if (unit.mark || !isBareHeading(value) || !opensText(units, i)) return [];
    const kind = tops && isTopHeading(value) ? 'top' : 'sub';
    return [[unit, { kind, num: '', n: 0, title: bareTitle(value), end: value.length, runIn: false, depth: 0 }]];
  });
  // A list of links is no outline.
  return found.length * 2 > units.length ? [] : found;
}

/** Whether unnumbered headings (2018年工作回顾) stand above 一、: before the first one, or where the numbering begins anew. */
function hasTops(units: readonly Unit[]): boolean {
  let last = 0;
  let top = false;
  for (const { text, mark } of units) {
    if (mark?.kind === 'part') return false;
    if (mark?.kind === 'cn') {
      if (top && (last === 0 || mark.n <= last)) return true;
      last = mark.n;
      top = false;
    } else if (!mark && isTopHeading(text.value)) top = true;
  }
  return top && last === 0;
}

function opensText(units: readonly Unit[], i: number): boolean {
  const before = units[i - 1]?.text.value ?? '';
  const after = units[i + 1];
  if (
    !after ||
    (after.text.length < 40 && after.mark === null && !isBareHeading(after.text.value) && !/[。：:！]$/u.test(after.text.value))
  )
    return false;
  return before === '' || before.length < 60 || /[。！？!?…”）：:；;]$/u.test(before);
}
