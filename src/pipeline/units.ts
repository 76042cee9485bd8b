import type { MappedText } from '../text/mapped-text.ts';
import type { Line } from './lines.ts';
import { type Mark, type MarkKind, markOf } from './marks.ts';

/** A stretch of a line that may be a heading, a paragraph or an item. */
export interface Unit {
  text: MappedText;
  mark: Mark | null;
  /** An empty line stood before it. */
  gap: boolean;
  /** It was cut out of the middle of a line. */
  inline: boolean;
}

/** Lines shorter than this hold no heading in their middle. */
const longLine = 200;
/** 。(一)聚焦 | ! 二、2020年工作安排 | 。二是紧盯现代产业发展。 | ——开福获评 */
const inlineMark =
  /[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?:、(?![一二三四五六七八九十]{1,2}[、\p{Script=Han}])|是)|——(?=[^—])|各位代表[，,！!]/gu;
const sentenceEnd = /[。！？!?；;：:…”’）)]$/u;
/** 2018年工作回顾2018年,是改革开放40周年: an unnumbered heading that runs into a year. */
const gluedTop =
  /(?<=^|[。！？!])((?:\d{4}年|过去[一五]年|今后[五三]年|今年)?(?:政府|主要|重点)?(?:工作|目标|任务)?(?:的)?(?:工作回顾|工作总结|工作安排|工作重点|重点工作|工作计划|主要工作|主要任务|目标任务|总体要求|回顾|安排))(?=\d{4}年)/gu;

type Places = Partial<Record<MarkKind, number>>;

/**
 * Cuts lines at the headings and items that stand in them: …发展底线。 (一)聚焦三大攻坚战,守住发展底线。防控风险…
 * A number inside a sentence (五 一、红星商圈; 多审合 一、多证合一) does not continue its list and stays.
 */
export function units(lines: readonly Line[]): Unit[] {
  const places: Places = {};
  const result: Unit[] = [];
  for (const { text, gap } of lines) {
    const cuts = [...(text.length < longLine ? [] : inlineCuts(text.value, places)), ...topCuts(text.value)].sort((a, b) => a - b);
    const bounds = [0, ...cuts, text.length];
    bounds.slice(0, -1).forEach((from, i) => {
      const piece = text.slice(from, bounds[i + 1]).trim();
      if (piece.length === 0) return;
      const mark = markOf(piece.value);
      if (mark) follow(places, mark);
      result.push({ text: piece, mark, gap: gap && i === 0, inline: i > 0 });
    });
  }
  return result;
}

/** Remembers where the lists are, so that the next number is known. */
function follow(places: Places, { kind, n }: Mark): void {
  places[kind] = n;
  if (kind === 'cn') places.paren = 0;
  if (kind === 'cn' || kind === 'paren') places.yishi = 0;
}

function inlineCuts(value: string, known: Places): number[] {
  const cuts = new Set<number>();
  const places = { ...known };
  const first = markOf(value);
  if (first) follow(places, first);
  for (const { index, 0: words } of value.matchAll(inlineMark)) {
    if (index > 0 && fits(value, index, words, places)) cuts.add(index);
  }
  return [...cuts];
}

/** Both ends of unnumbered headings that stand in a line. */
function topCuts(value: string): number[] {
  const ends = [...value.matchAll(gluedTop)].flatMap(({ index, 0: words }) => [index, index + words.length]);
  return ends.filter((cut) => cut > 0);
}

/** Whether a number in the middle of a line continues or begins its list there. */
function fits(value: string, index: number, words: string, places: Places): boolean {
  const before = value.slice(Math.max(0, index - 8), index);
  const ended = sentenceEnd.test(before.trimEnd().slice(-1));
  const spaced = /\s$/u.test(before);
  if (words === '——') return ended && spaced;
  if (words.startsWith('各位代表')) return /[。！!]$/u.test(before);
  const mark = markOf(value.slice(index, index + 16));
  if (!mark) return false;
  const next = mark.n === (places[mark.kind] ?? 0) + 1;
  const opens = mark.n === 1 && (spaced || mark.kind !== 'cn');
  if (mark.kind === 'yishi' ? !(ended && (next || opens) && enough(value, index)) : !(ended ? next || opens : spaced && next && mark.n > 1))
    return false;
  follow(places, mark);
  return true;
}

/** 二是紧盯现代产业发展。…: the item is a heading's words and a text of its own, not one clause of a sentence. */
function enough(value: string, index: number): boolean {
  const end = value.slice(index).search(/[。！!；;]/u);
  return end > 0 && end <= 24 && value[index + end] === '。' && value.length - index > 150;
}
