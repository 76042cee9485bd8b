import { type ClauseHabits, gluedEnd, gluedEnds } from './glued.ts';
import { type MarkKind, rank } from './marks.ts';
import type { Unit } from './units.ts';

/** What a unit turned out to be the head of: its title ends at `end` (in the unit's text), the rest is a paragraph. */
export interface Heading {
  kind: MarkKind;
  num: string;
  n: number;
  title: string;
  end: number;
  runIn: boolean;
  /** Level among the headings around it, from 1. */
  depth: number;
}

const longestTitle = 75;
const endMark = /[。．.：:！!；;]+$/u;

/** (一)聚焦三大攻坚战,守住发展底线。 → 聚焦三大攻坚战,守住发展底线 */
export const bareTitle = (text: string): string => text.trim().replace(endMark, '').trim();

const topKeyword = '(?:回顾|总结|安排|任务|计划|重点|思路|目标|要求|部署|打算|建议|成就|情况|工作|形势)';
/** 2018年工作回顾 | “十五五”时期主要目标和2026年重点工作 | 未来五年工作思路和任务 | 重在落实加强政府自身建设 */
const topHeading = new RegExp(
  `(?:\\d{4}年|过去|五年|十[一二三四五六]五|今后|未来|新一届|本届|今年|当前|下一步|下一阶段).{0,24}${topKeyword}$|(?:政府)?自身建设$`,
  'u',
);
const sentenceMark = /[。，；：！？、,;:!?…]$/u;

/** Whether a line stands alone as an unnumbered heading: 产业实力不断壮大 */
export function isBareHeading(text: string): boolean {
  if (text.length < 4 || text.length > 34 || sentenceMark.test(text) || /[。；]/u.test(text)) return false;
  if (/^(?:各位|附|注|来源|序号|——)/u.test(text) || /[的和与及、]$/u.test(text)) return false;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= Math.max(4, text.length * 0.5);
}

export const isTopHeading = (text: string): boolean => isBareHeading(text) && topHeading.test(text);

export interface HeadingOptions {
  /** Habits of the text's clauses, asked for only where a heading runs into its text. */
  habits: () => ClauseHabits;
  /** An article's numbered paragraphs may be plain sentences; a report's are headed. */
  kind: 'report' | 'article';
}

/** Finds the headings among the units of a body. */
export function headings(units: readonly Unit[], options: HeadingOptions): Map<Unit, Heading> {
  const found = new Map<Unit, Heading>([...numbered(units, options), ...bare(units)]);
  const ordered = promote(new Map(units.flatMap((unit) => (found.has(unit) ? [[unit, found.get(unit) as Heading] as const] : []))));
  nest(ordered.values());
  return ordered;
}

/** Headings with a printed number. Those of one list are headings together or not at all. */
function numbered(units: readonly Unit[], { habits, kind: document }: HeadingOptions): [Unit, Heading][] {
  const result: [Unit, Heading][] = [];
  const sets = lists(units).map((list) => ({ list, kind: list[0]?.mark?.kind ?? 'sub', ends: list.map(titleEnd) }));
  const glued = new Set(document === 'report' ? sets.filter(isGlued).map(({ kind }) => kind) : []);
  for (const { list, kind, ends } of sets) {
    const better = document === 'article' ? ends : glued.has(kind) ? gluedTitles(list, ends, habits()) : mendOutliers(list, ends, habits);
    if (!isHeadingList(list, better, kind, units, document)) continue;
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

/**
 * Where the title of a numbered unit ends, behind its number: the whole unit (二、2020年工作安排), up to the space (一、2019年工作回顾 2019年,…)
 * or the full stop behind it ((一)聚焦三大攻坚战,守住发展底线。防控…). Null where it runs on without a sign.
 */
function titleEnd({ text, mark }: Unit): number | null {
  const { value } = text;
  const from = mark?.length ?? 0;
  const stop = value.slice(from).search(/[。！!？?]/u);
  const whole = stop < 0 || from + stop === value.length - 1;
  if (whole && value.length - from <= longestTitle) return value.length;
  const space = value.slice(from).search(/(?<=[\p{Script=Han}”）》])\s+(?=[\p{Script=Han}\d“《])/u);
  if (space >= 4 && space <= 44 && (stop < 0 || space < stop)) return from + space;
  return stop >= 0 && stop <= longestTitle ? from + stop + 1 : null;
}

interface NumberedList {
  list: readonly Unit[];
  kind: MarkKind;
  ends: readonly (number | null)[];
}

const titleOf = ({ text, mark }: Unit, end: number): string => text.value.slice(mark?.length ?? 0, end);
const commas = (title: string): number => title.match(/[，,]/gu)?.length ?? 0;
/** A title that is really a sentence: 践行新发展理念,奋力打好三大攻坚战突出打好…,为高质量发展扫清障碍、腾出空间、夯实基础。 */
const overlong = (title: string): boolean => title.length > 45 && commas(title) + (title.match(/、/gu)?.length ?? 0) >= 2;

/** Whether most titles of a list run into their texts. */
function isGlued({ list, kind, ends }: NumberedList): boolean {
  if (kind !== 'cn' && kind !== 'paren') return false;
  const running = list.filter((unit, i) => ends[i] === null || (ends[i] !== unit.text.length && overlong(titleOf(unit, ends[i] ?? 0))));
  return running.length * 3 >= list.length && running.length > 0;
}

function gluedTitles(list: readonly Unit[], ends: readonly (number | null)[], habits: ClauseHabits): (number | null)[] {
  const rests = list.map(({ text, mark }) => text.value.slice(mark?.length ?? 0));
  const lengths = gluedEnds(rests, habits);
  return list.map((unit, i) => {
    const end = ends[i] ?? null;
    const length = lengths[i];
    if (end === unit.text.length || (end !== null && /^\s/u.test(unit.text.value.slice(end))) || length === null || length === undefined)
      return end;
    return (unit.mark?.length ?? 0) + length;
  });
}

/** Where one title of a list lost its full stop (四是…展示新风貌贯彻“四精五有”要求,推进…), finds its end by the measure of the others. */
function mendOutliers(list: readonly Unit[], ends: readonly (number | null)[], habits: () => ClauseHabits): (number | null)[] {
  if (list.length < 3) return [...ends];
  const usual = Math.max(
    0,
    ...list
      .map((unit, i) => commas(titleOf(unit, ends[i] ?? 0)))
      .sort((a, b) => a - b)
      .slice(0, Math.ceil(list.length / 2)),
  );
  const outlier = list.map((unit, i) => {
    const title = titleOf(unit, ends[i] ?? 0);
    return ends[i] === null || ((ends[i] !== unit.text.length || title.endsWith('。')) && commas(title) > usual + 1);
  });
  const count = outlier.filter(Boolean).length;
  if (count === 0 || count * 2 > list.length) return [...ends];
  const known = list.flatMap((unit, i) => (outlier[i] ? [] : [titleOf(unit, ends[i] ?? 0).replace(endMark, '').length]));
  return ends.map((end, i) => {
    const unit = list[i];
    if (!outlier[i] || !unit) return end;
    const from = unit.mark?.length ?? 0;
    const length = gluedEnd(unit.text.value.slice(from), known, habits());
    return length === null ? end : from + length;
  });
}

function isHeadingList(
  list: readonly Unit[],
  ends: readonly (number | null)[],
  kind: MarkKind,
  units: readonly Unit[],
  document: 'report' | 'article',
): boolean {
  const missing = ends.filter((end) => end === null).length;
  if (missing * 4 > list.length) return false;
  const longest = Math.max(...list.map((unit, i) => titleOf(unit, ends[i] ?? 0).length));
  if (document === 'article' && longest > 40) return false;
  if (kind === 'cn' || kind === 'part' || kind === 'paren') return true;
  if (list.length < 2) return false;
  const alone = list.filter((unit, i) => ends[i] === unit.text.length && followedByText(unit, units));
  if (alone.length === list.length) return list.every(({ text }) => text.length <= 60);
  // 一是…: a heading that runs in only where it is short and its item holds several paragraphs, or would if they were on lines.
  const spanning = list.filter((unit) => paragraphsBehind(unit, units) > 0 || (unit.inline && unit.text.length > 200));
  return kind === 'yishi' && spanning.length * 2 > list.length && longest <= 40;
}

const next = (unit: Unit, units: readonly Unit[]): Unit | undefined => units[units.indexOf(unit) + 1];

/** A line of text without a number follows: what stands above it is no item of a list. */
function followedByText(unit: Unit, units: readonly Unit[]): boolean {
  const after = next(unit, units);
  return after !== undefined && after.text.length > 40 && (after.mark === null || after.mark.kind !== unit.mark?.kind);
}

/** How many units without a number stand between an item and the next number. */
function paragraphsBehind(unit: Unit, units: readonly Unit[]): number {
  let count = 0;
  for (let i = units.indexOf(unit) + 1; i < units.length && units[i]?.mark === null; i++) count++;
  return count;
}

function headingOf({ text, mark }: Unit, end: number): Heading {
  const from = mark?.length ?? 0;
  const title = bareTitle(text.value.slice(from, end));
  return { kind: mark?.kind ?? 'sub', num: mark?.num ?? '', n: mark?.n ?? 0, title, end, runIn: end < text.length, depth: 0 };
}

/** Headings without a number, on a line of their own above a text. */
function bare(units: readonly Unit[]): [Unit, Heading][] {
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

/**
 * Between unnumbered headings (2016年工作回顾 | 2017年主要工作) one that stands alone (打造世界级征程中的南山) is of their kind: what has
 * no sibling divides nothing.
 */
function promote(found: Map<Unit, Heading>): Map<Unit, Heading> {
  const list = [...found.values()];
  list.forEach((heading, i) => {
    const outside = (other: Heading | undefined): boolean => other === undefined || other.kind === 'top';
    const after = list.slice(i + 1).find(({ kind }) => kind === 'top' || kind === 'sub' || kind === 'cn');
    const before = list.slice(0, i).findLast(({ kind }) => kind === 'top' || kind === 'sub' || kind === 'cn');
    if (heading.kind === 'sub' && before?.kind === 'top' && after?.kind === 'top' && outside(list[i - 1]) && outside(list[i + 1]))
      heading.kind = 'top';
  });
  return found;
}

/** Gives each heading its depth: one more than the nearest heading before it of an outer kind. */
function nest(found: Iterable<Heading>): void {
  const list = [...found];
  const tops = list.some(({ kind }) => kind === 'top');
  const stack: Heading[] = [];
  for (const heading of list) {
    while (stack.length > 0 && rank((stack.at(-1) as Heading).kind) >= rank(heading.kind)) stack.pop();
    // In a fragment that begins in mid-text, the heading above 二、 is missing.
    const base = tops && heading.kind !== 'top' && stack.length === 0 ? 1 : 0;
    const outer = stack.at(-1);
    // Below 一、 only （一） is a section; a line in bold type there heads its paragraphs.
    heading.depth = heading.kind === 'sub' && outer && outer.kind !== 'top' ? 3 : (outer?.depth ?? base) + 1;
    stack.push(heading);
  }
}
