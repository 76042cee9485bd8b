import type { LineMatcher } from '../schemas/chrome.ts';
import type { Dropped } from '../schemas/report.ts';
import { isOpening, salutationLine } from './copies.ts';
import type { Line } from './lines.ts';
import { markOf } from './marks.ts';

export interface Chromes {
  line: LineMatcher;
  tail: LineMatcher;
}

/** The lines of a document: those of its header, and those of its text; chrome is dropped with a reason. */
export interface Clean {
  head: Line[];
  body: Line[];
  dropped: Dropped[];
}

const sentenceEnd = /[。！？!?；;：:…”’）)】》]$/u;
/** — 12 — | - 3 - | 第3页 共21页 */
const pageNumber = /^[-—–\s]*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)[-—–\s]*$/u;
const reportTitle = /工\s*作\s*报\s*告/u;
const textLength = 80;

/**
 * Parts the header from the body and drops what a site printed around both: 【字号：大 中 小】 | 2020年…报告 | 各位代表：… | 相关报道：
 * Nothing of the body is dropped but page numbers.
 */
export function clean(lines: readonly Line[], chrome: Chromes): Clean {
  const dropped: Dropped[] = [];
  const drop = (line: Line, reason: string): void => void dropped.push({ ...line.text.seedRange(), reason });
  const start = bodyStart(lines, chrome);
  const bounded = lines.slice(start);
  const end = bodyEnd(bounded, chrome);
  const seen = bounded.slice(0, end).map(({ text }) => text.value);
  const head = lines.slice(0, start).filter((line) => keepHead(line, chrome, seen, drop));
  for (const line of bounded.slice(end))
    drop(line, chrome.tail(line.text.value) ?? (seen.includes(line.text.value) ? '重复的正文' : '网站页脚'));
  const body = bounded.slice(0, end).flatMap((line, i) => {
    if (pageNumber.test(line.text.value)) {
      drop(line, '页码');
      return [];
    }
    return [pageNumber.test(bounded[i - 1]?.text.value ?? '') ? { ...line, page: true } : line];
  });
  return { head, body, dropped };
}

/** Index of the first line of the text: 各位代表: | 现在,我代表… | 一、… | the first long line. */
function bodyStart(lines: readonly Line[], chrome: Chromes): number {
  const opening = lines.findIndex(({ text }) => salutationLine.test(text.value) || isOpening(text.value));
  if (opening >= 0) return opening;
  const title = lines.findIndex(({ text }, i) => i < 40 && text.length < 60 && reportTitle.test(text.value));
  const from = title + 1;
  const first = lines.findIndex(({ text }, i) => i >= from && isText(text.value));
  if (first >= 0) return withHeadings(lines, from, first);
  const words = lines.findIndex(({ text }, i) => i >= from && chrome.line(text.value) === null);
  return words < 0 ? lines.length : words;
}

const isText = (value: string): boolean => value.length >= textLength && /[。；]/u.test(value);

/** The headings right above the first long line belong to the text. */
function withHeadings(lines: readonly Line[], from: number, first: number): number {
  let start = first;
  while (start > from && isHeadingLike(lines[start - 1]?.text.value ?? '')) start--;
  return start;
}

function isHeadingLike(value: string): boolean {
  const mark = markOf(value);
  return (mark !== null && value.length > mark.length) || /^(?:\d{4}年|过去|五年).{0,16}(?:回顾|总结|情况)$/u.test(value);
}

/** Number of lines up to the site's footer: a line of it behind which no text follows. */
function bodyEnd(lines: readonly Line[], chrome: Chromes): number {
  const lastText = lines.findLastIndex(
    ({ text }) =>
      (text.length >= 60 || markOf(text.value) !== null) &&
      sentenceEnd.test(text.value) &&
      chrome.tail(text.value) === null &&
      !isExcerpt(text.value),
  );
  const footer = lines.findIndex(({ text }, i) => i > lastText && chrome.tail(text.value) !== null);
  return trimStray(lines, footer < 0 ? lines.length : footer);
}

/** 各位代表：现在，我代表省人民政府…请予审议，: the beginning once more, as an excerpt under the text. */
const isExcerpt = (value: string): boolean => /^各位代表[：:！!]\s*现在/u.test(value) && value.length < 120;

/** Numbers and buttons that stand between the last sentence and the footer: 221381 | 领取福利 | | */
function trimStray(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && /^(?:\d{4,}|[|>》<《·•_=*-]+|.{0,3}领取.{0,8})$/u.test(lines[at - 1]?.text.value ?? '')) at--;
  return at;
}

function keepHead(line: Line, chrome: Chromes, body: readonly string[], drop: (line: Line, reason: string) => void): boolean {
  const { value } = line.text;
  const reason = chrome.line(value) ?? chrome.tail(value);
  const bare = value.replace(/(?:\.{3,}|…+)$/u, '');
  if (reason !== null) drop(line, reason);
  else if (value.length >= 40 && body.some((text) => text.includes(bare))) drop(line, '正文摘要的重复');
  else return true;
  return false;
}
