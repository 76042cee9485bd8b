import { bareHeadings } from './bare-headings.ts';
import type { Heading, HeadingOptions } from './heading.ts';
import { rank } from './marks.ts';
import { numberedHeadings } from './numbered-headings.ts';
import type { Unit } from './units.ts';

/** Finds the headings among the units of a body, in order. */
export function headings(units: readonly Unit[], options: HeadingOptions): Map<Unit, Heading> {
  const found = new Map<Unit, Heading>([...numberedHeadings(units, options), ...bareHeadings(units)]);
  const ordered = new Map<Unit, Heading>();
  for (const unit of units) {
    const heading = found.get(unit);
    if (heading) ordered.set(unit, heading);
  }
  const list = [...ordered.values()];
  promote(list);
  nest(list);
  return ordered;
}

/**
 * Between unnumbered headings (2016年工作回顾 | 2017年主要工作) one that stands alone (打造世界级征程中的南山) is of their kind: what has
 * no sibling divides nothing.
 */
function promote(list: readonly Heading[]): void {
  list.forEach((heading, i) => {
    if (heading.kind === 'sub' && list[i - 1]?.kind === 'top' && list[i + 1]?.kind === 'top') heading.kind = 'top';
  });
}

/** Gives each heading its depth: one more than the nearest heading before it of an outer kind. */
function nest(list: readonly Heading[]): void {
  const tops = list.some(({ kind }) => kind === 'top');
  const stack: Heading[] = [];
  for (const heading of list) {
    while (rank(stack.at(-1)?.kind ?? 'part') >= rank(heading.kind) && stack.length > 0) stack.pop();
    // In a fragment that begins in mid-text, the heading above 二、 is missing.
    const base = tops && heading.kind !== 'top' && stack.length === 0 ? 1 : 0;
    const outer = stack.at(-1);
    // Below 一、 only （一） is a section; a line in bold type there heads its paragraphs.
    heading.depth = heading.kind === 'sub' && outer && outer.kind !== 'top' ? 3 : (outer?.depth ?? base) + 1;
    stack.push(heading);
  }
}
