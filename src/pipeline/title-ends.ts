import { type ClauseHabits, gluedEnd, gluedEnds } from './glued.ts';
import { bareTitle } from './heading-lines.ts';
import type { MarkKind } from './marks.ts';
import type { Unit } from './units.ts';

const longestTitle = 75;

/**
 * Where the title of a numbered unit ends, behind its number: the whole unit (二、2020年工作安排), up to the space (一、2019年工作回顾 2019年,…)
 * or the full stop behind it ((一)聚焦三大攻坚战,守住发展底线。防控…). Null where it runs on without a sign.
 */
export function titleEnd({ text, mark }: Unit): number | null {
  const { value } = text;
  const from = mark?.length ?? 0;
  const stop = value.slice(from).search(/[。！!？?]/u);
  const whole = stop < 0 || from + stop === value.length - 1;
  if (whole && value.length - from <= longestTitle) return value.length;
  const space = value.slice(from).search(/(?<=[\p{Script=Han}”）》])\s+(?=[\p{Script=Han}\d“《])/u);
  if (space >= 4 && space <= 44 && (stop < 0 || space < stop)) return from + space;
  return stop >= 0 && stop <= longestTitle ? from + stop + 1 : null;
}

/** Units of one kind of number, and where their titles end. */
export interface NumberedList {
  list: readonly Unit[];
  kind: MarkKind;
  ends: readonly (number | null)[];
}

/** The words of a numbered unit between its number and `end`. */
export const titleOf = ({ text, mark }: Unit, end: number): string => text.value.slice(mark?.length ?? 0, end);
const commas = (title: string): number => title.match(/[，,]/gu)?.length ?? 0;
/** A title that is really a sentence: 践行新发展理念,奋力打好三大攻坚战突出打好…,为高质量发展扫清障碍、腾出空间、夯实基础。 */
const overlong = (title: string): boolean => title.length > 45 && commas(title) + (title.match(/、/gu)?.length ?? 0) >= 2;

/** Whether most titles of a list run into their texts. */
export function isGlued({ list, kind, ends }: NumberedList): boolean {
  if (kind !== 'cn' && kind !== 'paren') return false;
  const running = list.filter((unit, i) => ends[i] === null || (ends[i] !== unit.text.length && overlong(titleOf(unit, ends[i] ?? 0))));
  return running.length * 3 >= list.length && running.length > 0;
}

/** The ends of the titles of a list that run into their texts; those that are known stay. */
export function gluedTitles(list: readonly Unit[], ends: readonly (number | null)[], habits: ClauseHabits): (number | null)[] {
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
export function mendOutliers(list: readonly Unit[], ends: readonly (number | null)[], habits: () => ClauseHabits): (number | null)[] {
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
  const known = list.flatMap((unit, i) => (outlier[i] ? [] : [bareTitle(titleOf(unit, ends[i] ?? 0)).length]));
  return ends.map((end, i) => {
    const unit = list[i];
    if (!outlier[i] || !unit) return end;
    const from = unit.mark?.length ?? 0;
    const length = gluedEnd(unit.text.value.slice(from), known, habits());
    return length === null ? end : from + length;
  });
}
