import type { Heading, HeadingOptions } from './heading.ts';
import { bareTitle } from './heading-lines.ts';
import { type MarkKind, rank } from './marks.ts';
import { gluedTitles, isGlued, mendOutliers, type NumberedList, titleEnd, titleOf } from './title-ends.ts';
import type { Unit } from './units.ts';

/** All units, and where each stands among them. */
interface Surroundings {
  units: readonly Unit[];
  index: ReadonlyMap<Unit, number>;
}

/** Headings with a printed number. Those of one list are headings together or not at all. */
export function numberedHeadings(units: readonly Unit[], { habits, kind: document }: HeadingOptions): [Unit, Heading][] {
  const result: [Unit, Heading][] = [];
  const around: Surroundings = { units, index: new Map(units.map((unit, i) => [unit, i])) };
  const sets = lists(units).map((list) => ({ list, kind: list[0]?.mark?.kind ?? 'sub', ends: list.map(titleEnd) }));
  const glued = new Set(document === 'report' ? sets.filter(isGlued).map(({ kind }) => kind) : []);
  for (const { list, kind, ends } of sets) {
    const better = document === 'article' ? ends : glued.has(kind) ? gluedTitles(list, ends, habits()) : mendOutliers(list, ends, habits);
    if (!isHeadingList({ list, ends: better, kind }, around, document)) continue;
    list.forEach((unit, i) => {
      const end = better[i];
      if (end !== null && end !== undefined) result.push([unit, headingOf(unit, end)]);
    });
  }
  return result;
}

/** Runs of one kind of number, cut where the numbering begins anew or an outer number comes between. */
function lists(units: readonly Unit[]): Unit[][] {
  const open = new Map<MarkKind, Unit[]>();
  const result: Unit[][] = [];
  for (const unit of units) {
    if (!unit.mark) continue;
    const { kind, n } = unit.mark;
    for (const inner of open.keys()) if (rank(inner) > rank(kind)) open.delete(inner);
    const list = open.get(kind);
    if (list && n > (list.at(-1)?.mark?.n ?? 0)) list.push(unit);
    else {
      const fresh = [unit];
      open.set(kind, fresh);
      result.push(fresh);
    }
  }
  return result;
}

/** Whether the units of a list are headings, and not the items of an enumeration or plain sentences. */
function isHeadingList({ list, ends, kind }: NumberedList, around: Surroundings, document: HeadingOptions['kind']): boolean {
  const missing = ends.filter((end) => end === null).length;
  if (missing * 4 > list.length) return false;
  const longest = Math.max(...list.map((unit, i) => titleOf(unit, ends[i] ?? 0).length));
  if (document === 'article' && longest > 40) return false;
  if (kind === 'cn' || kind === 'part' || kind === 'chapter' || kind === 'paren') return true;
  if (list.length < 2) return false;
  const alone = list.filter((unit, i) => ends[i] === unit.text.length && followedByText(unit, around));
  if (alone.length === list.length) return list.every(({ text }) => text.length <= 60);
  // 一是…: a heading that runs in only where it is short and its item holds several paragraphs, or would if they were on lines.
  const spanning = list.filter((unit) => paragraphBehind(unit, around) || (unit.inline && unit.text.length > 200));
  return kind === 'yishi' && spanning.length * 2 > list.length && longest <= 40;
}

/** A line of text without a number follows: what stands above it is no item of a list. */
function followedByText(unit: Unit, { units, index }: Surroundings): boolean {
  const after = units[(index.get(unit) ?? units.length) + 1];
  return (
    after !== undefined &&
    (after.text.length > 40 || after.text.value.endsWith('。') || after.mark !== null) &&
    (after.mark === null || after.mark.kind !== unit.mark?.kind)
  );
}

/** A unit without a number stands between an item and the next number. */
function paragraphBehind(unit: Unit, { units, index }: Surroundings): boolean {
  return units[(index.get(unit) ?? units.length) + 1]?.mark === null;
}

function headingOf({ text, mark }: Unit, end: number): Heading {
  const from = mark?.length ?? 0;
  const title = bareTitle(text.value.slice(from, end));
  return { kind: mark?.kind ?? 'sub', num: mark?.num ?? '', n: mark?.n ?? 0, title, end, runIn: end < text.length, depth: 0 };
}
