import type { MappedText } from '../text/mapped-text.ts';
import { isBareHeading } from './heading-lines.ts';
import type { Line } from './lines.ts';
import { isNotesHeading } from './notes-heading.ts';

/** A stretch behind the body: 附件1 / 名词解释 and its lines. */
export interface Attachment {
  /** The lines of its heading: 附件2 | 2023年10件民生实事 */
  heading: MappedText[];
  num: string;
  title: string;
  lines: Line[];
}

/** 附件1 | 附件：1. 名词解释 | 附表 | 附 录 二 */
const attachmentHead = /^附(?:\s*(?:件|录|表)|(?=[：:]))\s*(?<n>[一二三四五六七八九十\d]{0,3})\s*[：:.．、]?\s*(?<title>.{0,40})$/u;
const sentence = /[。；;！!]/u;
/** An attachment of fewer characters is only named. */
const leastText = 20;
/** 让我们…，为建设幸福罗湖而努力奋斗！: behind the last words of a report a heading opens what was added to it (2015年主要指标测算说明). */
const closingLine = /让我们.{10,}[！!]$|^谢谢(?:大家|各位)?[！!]$/u;

/**
 * Parts a body from its attachments and its list of notes. 附件2 | 2022年10件民生实事完成情况 | 序号 | …
 * A list of attachments that are only named (附件：1.名词解释.doc) stays with the body.
 */
export function attachments(lines: readonly Line[]): { body: Line[]; attachments: Attachment[] } {
  const named = lines.flatMap((_, i) => (isHead(lines, i) ? [i] : []));
  const closing = lines.findLastIndex(({ text }) => closingLine.test(text.value));
  const added = closing < 0 ? -1 : lines.findIndex(({ text }, i) => i > closing && isBareHeading(text.value) && hasText(lines, i));
  const heads = added >= 0 && added < (named[0] ?? lines.length) ? [added, ...named] : named;
  const first = heads[0];
  if (first === undefined) return { body: [...lines], attachments: [] };
  const result = heads.map((at, i) => read(lines.slice(at, heads[i + 1] ?? lines.length)));
  return { body: lines.slice(0, first), attachments: result };
}

function isHead(lines: readonly Line[], i: number): boolean {
  const value = lines[i]?.text.value ?? '';
  if (isNotesHeading(value)) return !joinsHead(lines, i) && hasText(lines, i);
  const match = attachmentHead.exec(value);
  if (!match || sentence.test(value) || /^\d/u.test(match.groups?.title ?? '')) return false;
  return hasText(lines, i);
}

/** 附件1 | 名词解释: the second line is the title of the first. */
function joinsHead(lines: readonly Line[], i: number): boolean {
  const before = lines[i - 1]?.text.value ?? '';
  const match = attachmentHead.exec(before);
  return match !== null && (match.groups?.title ?? '') === '';
}

/** Whether what follows is more than names of other attachments. */
function hasText(lines: readonly Line[], i: number): boolean {
  let length = 0;
  for (let at = i + 1; at < lines.length && length < leastText; at++) {
    const { value } = lines[at]?.text ?? { value: '' };
    if (attachmentHead.test(value) && !sentence.test(value)) break;
    if (!/\.(?:docx?|pdf|xlsx?|wps)$/u.test(value)) length += value.length;
  }
  return length >= leastText || (length >= 8 && isNotesHeading(lines[i]?.text.value ?? ''));
}

function read(lines: readonly Line[]): Attachment {
  const first = lines[0]?.text;
  const value = first?.value ?? '';
  const match = attachmentHead.exec(value);
  const heading = first ? [first] : [];
  let title = match ? (match.groups?.title ?? '') : value;
  let from = 1;
  const second = lines[1]?.text;
  if (match && title === '' && second && isTitle(second.value)) {
    heading.push(second);
    title = second.value;
    from = 2;
  }
  const num = match ? value.slice(0, value.length - (match.groups?.title ?? '').length).replace(/[\s：:.．、]+$/gu, '') : '';
  return { heading, num, title: title.replace(/[：:]$/u, ''), lines: lines.slice(from) };
}

const isTitle = (value: string): boolean =>
  value.length >= 2 && value.length <= 40 && !sentence.test(value) && !/^(?:序号|\d{1,2}[.．、)）]|[（([［【①])/u.test(value);
