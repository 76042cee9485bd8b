import type { Dropped } from '../schemas/report.ts';
import { MappedText, type Range } from '../text/mapped-text.ts';
import { isBareHeading } from './heading-lines.ts';
import { markOf } from './marks.ts';
import { findNotesHeading, isNotesHeading } from './notes-heading.ts';

/** A line of a document without white space at its ends; `gap`: an empty line stood before it; `indent`: it was indented. */
export interface Line {
  text: MappedText;
  gap: boolean;
  indent: boolean;
  /** A page number stood before it. */
  page?: boolean;
}

interface Cut extends Range {
  reason: string | null;
  breaks: boolean;
}

// A line break: the real one; `\r\n` in letters, as spreadsheets export it (全面完成。\r\n二是); a tag that ends a line.
const lineBreak = String.raw`\r\n?|\n|\u2028|\u2029|(?:\\r)?\\n|\\r|<br\s*/?>|</?(?:p|div)(?:\s[^<>\n]{0,200})?>`;
// Remains of markup: <!-- 广告 -->, <U+00A0>, &nbsp;
const markup = String.raw`<!--[\s\S]{0,2000}?-->|<U\+[0-9A-F]{4,6}>|&(?:nbsp|emsp|ensp);`;
// Spaces lost in a change of encoding: ????一、2019年工作回顾
const lostSpaces = String.raw`\?{3,}`;
// Characters that cannot be seen: zero-width, directions, controls.
const invisible = String.raw`[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufff9-\ufffb]+`;
const cuts = new RegExp(`(${lineBreak})|(${markup})|(${lostSpaces})|(${invisible})`, 'gu');

/** 。 and what may end a paragraph before a space: …工作回顾。 (一)聚焦 */
const paragraphEnd = /[。！？!?：:；;…”’）)】》]$/u;
/** What opens a paragraph behind a space whatever stands before it: 谢伟峰 各位代表: */
const paragraphStart = /^(?:各位代表|各位委员|——)/u;
/** 会议上各位代表:现在,我代表 */
const salutation = /各位(?:代表|委员)(?:、各位委员)?[：:！!]/gu;
/** Longer lines than this hold several paragraphs, divided by spaces. */
const longLine = 400;
/** And in a text that has hardly any lines, than this. */
const shortLine = 60;
/** A line like this is a whole text; spaces took the place of its line breaks. */
const wholeText = 2000;
/** A text of fewer lines has lost its line breaks, however short it is. */
const leastLines = 5;
/** No paragraph of a report is nearly as long. */
const longestParagraph = 12_000;

/**
 * Cuts a range of the seed into lines: 一、2019年工作回顾 | 2019年,我们在市委…
 * Markup and invisible characters are dropped with a reason; white space between lines needs none.
 */
export function lines(value: string, { start, end }: Range): { lines: Line[]; dropped: Dropped[] } {
  const result: Line[] = [];
  const dropped: Dropped[] = [];
  let pieces: Range[] = [];
  let gap = false;
  const few = value.slice(start, end).trim().split('\n', leastLines).length < leastLines;
  const flush = (): void => {
    const whole = MappedText.of(value, pieces);
    const text = whole.trim();
    const indent = /^(?:\u3000|[ \t\u00a0]{2})/u.test(whole.value);
    pieces = [];
    if (text.length === 0) gap = true;
    for (const paragraph of paragraphs(text, few).flatMap(bounded)) {
      result.push({ text: paragraph, gap, indent });
      gap = false;
    }
  };
  let at = start;
  for (const cut of findCuts(value.slice(start, end), start)) {
    pieces.push({ start: at, end: cut.start });
    if (cut.reason) dropped.push({ start: cut.start, end: cut.end, reason: cut.reason });
    if (cut.breaks) flush();
    at = cut.end;
  }
  pieces.push({ start: at, end });
  flush();
  return { lines: result, dropped };
}

function* findCuts(text: string, offset: number): Generator<Cut> {
  for (const match of text.matchAll(cuts)) {
    const [all, lineEnd, markupRest, spaces] = match;
    const visible = all.trim() !== '';
    const reason = !visible
      ? null
      : lineEnd
        ? '标记语言的换行符号'
        : markupRest
          ? '标记语言的残余'
          : spaces
            ? '编码转换留下的空格'
            : '不可见字符';
    const at = offset + match.index;
    yield { start: at, end: at + all.length, reason, breaks: lineEnd !== undefined };
  }
}

/** Cuts a long line at the spaces that stand where paragraphs ended, and around a salutation; any line around a heading of notes. */
function paragraphs(text: MappedText, few: boolean): MappedText[] {
  if (text.length === 0) return [];
  const { value } = text;
  const notes = findNotesHeading(value);
  const long = text.length >= (few ? shortLine : longLine);
  if (!long && !notes) return [text];
  const ends = new Set<number>(notes ? [notes.start, notes.end] : []);
  if (long) for (const end of paragraphEnds(value, few)) ends.add(end);
  const cuts = [0, ...[...ends].sort((a, b) => a - b), value.length];
  return cuts.slice(0, -1).flatMap((start, i) => {
    const paragraph = text.slice(start, cuts[i + 1]).trim();
    return paragraph.length > 0 ? [paragraph] : [];
  });
}

/** A paragraph that no report has is cut at the ends of its sentences, so that no stage meets a line without end. */
function bounded(text: MappedText): MappedText[] {
  const result: MappedText[] = [];
  let from = 0;
  while (text.length - from > longestParagraph) {
    const part = text.value.slice(from, from + longestParagraph);
    const stop = Math.max(part.lastIndexOf('。'), part.lastIndexOf('；'), part.lastIndexOf('\u3000'), part.lastIndexOf(' '));
    // Never between the halves of a surrogate pair.
    const end = from + (stop > 0 ? stop + 1 : longestParagraph - (/[\ud800-\udbff]$/.test(part) ? 1 : 0));
    result.push(text.slice(from, end).trim());
    from = end;
  }
  result.push(from === 0 ? text : text.slice(from).trim());
  return result.filter(({ length }) => length > 0);
}

function paragraphEnds(value: string, few: boolean): Set<number> {
  const ends = new Set<number>();
  let from = 0;
  for (const { index, 0: space } of value.matchAll(/[\s\u3000]+/gu)) {
    const after = index + space.length;
    const ended = paragraphEnd.test(value.slice(Math.max(0, index - 1), index)) || paragraphStart.test(value.slice(after, after + 4));
    if (!ended && !((few || value.length > wholeText) && isHeadingLine(value.slice(from, index)))) continue;
    ends.add(after);
    from = after;
  }
  for (const { index, 0: words } of value.matchAll(salutation)) {
    ends.add(index);
    ends.add(index + words.length);
  }
  return ends;
}

/** （一）坚持高端引领，经济发展质量不断提升 | 2013年工作回顾 | 附件1: a line of its own, before spaces took the place of line breaks. */
function isHeadingLine(words: string): boolean {
  if (words.length > 80 || /[。；]/u.test(words)) return false;
  const kind = markOf(words)?.kind;
  return (
    kind === 'cn' || kind === 'paren' || kind === 'part' || isBareHeading(words) || isNotesHeading(words) || /^附\s*件\s*\d*$/u.test(words)
  );
}
