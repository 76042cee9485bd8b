import { fold } from '../text/fold.ts';
import type { MappedText, Range } from '../text/mapped-text.ts';
import { termMatcher } from '../text/term-matcher.ts';
import type { Message } from './message.ts';
import { noteNumbers } from './note-numbers.ts';
import { type NoteSpan, noteSpans, within } from './note-spans.ts';
import { splitTerm, type TermBody, termBody } from './note-term.ts';

/** An entry of a list of definitions: 3、三资:即资源、资产、资金。 */
export interface NoteEntry {
  /** The printed number; counted on where nothing is printed or the number stands twice. */
  n: number;
  /** As printed: a list may begin anew at 1. */
  printed: number;
  /** “四上”企业, with its quotation marks; '' where no term is given. */
  term: string;
  definition: string;
  /** The whole entry with its printed number. */
  text: MappedText;
  /** Of the term in `text.value`; empty where no term is given. */
  termRange: Range;
  /** The entry is cut off. */
  truncated: boolean;
}

export interface NotesOptions {
  /** The text of the report without its notes: a term must stand in it. */
  body?: string;
  /** Offsets in `region.value` at which lines begin; without them, behind each line break. */
  breaks?: readonly number[];
}

export interface Notes {
  entries: NoteEntry[];
  /** What stands before, between and behind the entries, in order. */
  rest: MappedText[];
  messages: Message[];
}

/** 。 and what may stand behind it at the end of an entry, a page mark such as (P2 too. */
const ended = /[。！？!?…；;.][”’"』」）)】\]]*\s*(?:[（(]?[PpＰ]\s?\d{1,3}[）)]?)?$|[（(]?[PpＰ]\s?\d{1,3}[）)]?$/u;
const pageMark =
  /\s*(?:[（(]?[PpＰ]\s?\d{1,3}(?:[-—~、,，]\s?[Pp]?\d{1,3})?[）)]?|[（(](?:见|详见)?第\s?\d{1,3}(?:[-—~、,，]\s?\d{1,3})?页[）)])[。.]?$/u;

/**
 * Cuts the text behind a heading such as 名词解释 into its entries, one a line or many in a line (1、“四上”企业:即…。 2、一江三河:湘江…).
 * Every character of `region` is in an entry or in `rest`, but for white space at their ends.
 */
export function notes(region: MappedText, options: NotesOptions = {}): Notes {
  const breaks = options.breaks ?? lineStarts(region.value);
  const body = options.body === undefined ? null : termBody(options.body);
  const numbers = noteNumbers(region.value, breaks);
  const { spans, rest } = noteSpans(region.value, numbers, breaks, body?.folded ?? null);
  const entries = spans.map((span) => read(region, span, breaks, body));
  const messages = [...numbering(entries), ...missing(entries), ...cutOff(entries), ...empty(region, entries)];
  return { entries, rest: rest.map(({ start, end }) => region.slice(start, end)), messages };
}

/**
 * Whether an attachment that is not called so is a list of definitions: the report uses most of its terms, and most of them in
 * quotation marks (推行“揭榜挂帅”). The first words of projects stand in every report too (新建, 提升), but not so.
 */
export function areNotes({ entries }: Notes, body: string): boolean {
  const terms = entries.map(({ term }) => term).filter((term) => fold(term).value.length > 2);
  const found = termMatcher(terms.map((term) => [term, term] as const))(body);
  const used = new Set(found.map(({ value }) => value));
  const coined = new Set(found.filter(({ quoted, value }) => quoted || /[“"]/u.test(value)).map(({ value }) => value));
  return entries.length >= 3 && used.size >= entries.length * 0.6 && coined.size >= entries.length * 0.4;
}

function lineStarts(value: string): number[] {
  const result: number[] = [0];
  for (const match of value.matchAll(/\n[\s\u3000]*/gu)) result.push(match.index + match[0].length);
  return result;
}

function read(region: MappedText, span: NoteSpan, breaks: readonly number[], body: TermBody | null): NoteEntry {
  const inner = within(breaks, span.head, span.end).map((offset) => offset - span.head);
  return parseNote(region.slice(span.start, span.end), span.n, span.head - span.start, inner, body);
}

/** Divides an entry whose number ends at `head`; `breaks`: offsets behind `head` at which lines begin. */
export function parseNote(
  text: MappedText,
  n: number,
  head: number,
  breaks: readonly number[] = [],
  body: TermBody | null = null,
): NoteEntry {
  const split = splitTerm(text.value.slice(head), breaks, body);
  const start = split ? head + split.start : head;
  const end = split ? head + split.end : head;
  const definition = text.value.slice(head + (split?.definition ?? 0));
  const term = text.value.slice(start, end);
  return { n, printed: n, term, definition: definition.replace(pageMark, '').trim(), text, termRange: { start, end }, truncated: false };
}

/** Gives an entry whose printed number stands twice, or begins anew, the next free one. */
function numbering(entries: NoteEntry[]): Message[] {
  const messages: Message[] = [];
  const used = new Set<number>();
  let highest = 0;
  for (const entry of entries) {
    const printed = entry.n;
    if (used.has(printed)) {
      entry.n = highest + 1;
      messages.push(say(entry, 'note-number', `注释编号${printed}重复，按第${entry.n}条处理`, '核对原文的编号'));
    } else if (printed > highest + 1) {
      const text = highest === 0 ? `注释从第${printed}条开始` : `注释编号从${highest}跳到${printed}`;
      messages.push(say(entry, 'note-gap', text, '核对原文是否缺少注释'));
    }
    used.add(entry.n);
    highest = Math.max(highest, entry.n);
  }
  return messages;
}

function missing(entries: readonly NoteEntry[]): Message[] {
  return entries
    .filter(({ term }) => term === '')
    .map((entry) => say(entry, 'note-term', `第${entry.n}条注释分不出词语和解释`, '在清单中写明词语，或确认它只是说明'));
}

/** Marks the last entry as cut off where it ends within a sentence while the others end with one. */
function cutOff(entries: readonly NoteEntry[]): Message[] {
  const last = entries.at(-1);
  if (!last || !breaksOff(last.text.value)) return [];
  const others = entries.slice(0, -1).filter(({ text }) => ended.test(text.value)).length;
  if (others < (entries.length - 1) * 0.7) return [];
  last.truncated = true;
  return [say(last, 'note-truncated', `最后一条注释“${last.term}”不完整`, '查找完整的原文')];
}

function breaksOff(text: string): boolean {
  if (ended.test(text)) return false;
  // A list whose members all end alike is whole without its full stop: 教育先行区、教育创新区、教育样板区
  const members = text.split(/[、，,；;：:。]/u).slice(-3);
  return members.length < 3 || new Set(members.map((member) => member.at(-1))).size > 1;
}

function empty(region: MappedText, entries: readonly NoteEntry[]): Message[] {
  if (entries.length > 0) return [];
  const offset = Number.isNaN(region.start) ? 0 : region.start;
  return [{ rule: 'notes-empty', offset, text: '只有名词解释的标题，没有内容', action: '查找附件的原文并补上' }];
}

function say({ text }: NoteEntry, rule: string, words: string, action: string): Message {
  return { rule, offset: text.start, text: words, action };
}
