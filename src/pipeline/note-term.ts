import { type Folded, fold } from '../text/fold.ts';

/** Where an entry divides: its term, and where its definition begins. Offsets in the entry. */
export interface TermSplit {
  start: number;
  end: number;
  definition: number;
}

const longestTerm = 60;
const opening = '（([［【《〈“「『‘';
const closing = '）)]］】》〉”」』’';
/** What may stand between a term and its definition when no colon does, strongest first. */
const strong = /是指|系指|指的是|特指|意指|即指|也被称为|又被称为|被称为|也称为?|又称为?|亦称|又名|全称为?|简称/gu;
const weak = /包括|包含|涵盖|分为|分别|指|即|是|系|为|由|从|按照|根据|依据|以|通过|《|“/gu;
const sentence = /[。！？!?；;]/u;

/**
 * Divides an entry without its number into term and definition: 【三资】:即资源、资产、资金。| 【直属区】包括岳麓区…
 * `breaks`: offsets in `text` at which lines begin. `body`: the folded text of the report, in which a term must stand.
 * Null where it finds no term (2017年全区财政总收入为389亿元，其中…).
 */
export function splitTerm(text: string, breaks: readonly number[], body: Folded | null): TermSplit | null {
  const from = text.length - text.trimStart().length;
  const line = breaks.find((offset) => offset > from + 1) ?? text.length;
  const outer = outside(text, from, Math.min(line, from + longestTerm * 2));
  return (
    byColon(text, from, outer, body) ??
    byDash(text, from, outer) ??
    byLineBreak(text, from, breaks) ??
    byBody(text, from, outer, body) ??
    byVerb(text, from, outer) ??
    byQuotes(text, from)
  );
}

/** For each offset from `from` to `to`, whether it stands outside of brackets and quotation marks that are closed again. */
function outside(text: string, from: number, to: number): boolean[] {
  const result: boolean[] = new Array(Math.min(text.length, to)).fill(true);
  for (let i = from; i < to; i++) {
    const kind = opening.indexOf(text.charAt(i));
    if (kind < 0) continue;
    const end = closingOf(text, i, kind, to);
    if (end < 0) continue;
    for (let k = i + 1; k <= end; k++) result[k] = false;
    i = end;
  }
  return result;
}

/** The offset of the bracket that closes the one at `at`; mixed （…) are allowed; -1 where none does before `to`. */
function closingOf(text: string, at: number, kind: number, to: number): number {
  const close = kind < 2 ? '）)' : kind < 5 ? ']］】' : closing.charAt(kind);
  let depth = 0;
  for (let i = at; i < to; i++) {
    const character = text.charAt(i);
    if (character === text.charAt(at)) depth++;
    else if (close.includes(character) && --depth === 0) return i;
  }
  return -1;
}

function byColon(text: string, from: number, outer: readonly boolean[], body: Folded | null): TermSplit | null {
  for (let i = from + 1; i < outer.length; i++) {
    const character = text.charAt(i);
    if (outer[i] && sentence.test(character)) return null;
    if (!outer[i] || (character !== '：' && character !== ':')) continue;
    const split = finish(text, from, i, i + 1);
    return split && (isTerm(text.slice(split.start, split.end)) || occurs(text.slice(split.start, split.end), body)) ? split : null;
  }
  return null;
}

/** A term is short and no clause: 双随机、一公开, but not 指数经济是指运用多个指标，包括 or 两免一补，是指 */
function isTerm(text: string): boolean {
  const bare = text.replace(/[“"《（(][^“”"》）)]*[”"》）)]/gu, '');
  return text.length <= longestTerm && !/[\n\r]/u.test(bare.trim()) && !/.(?:是指|系指|指的是|也被称为|是.*[，,])/u.test(bare);
}

function byDash(text: string, from: number, outer: readonly boolean[]): TermSplit | null {
  for (let i = from + 2; i < outer.length; i++) {
    if (!outer[i]) continue;
    const character = text.charAt(i);
    if (/[，,。；;：:]/u.test(character)) return null;
    const dash = /^(?:—+|──+|--+| [-–] |－(?!\d)|–(?!\d))/u.exec(text.slice(i, i + 6))?.[0];
    if (dash && !(dash.length === 1 && /[\dA-Za-z]/u.test(text.charAt(i + 1)))) return finish(text, from, i, i + dash.length);
  }
  return null;
}

function byLineBreak(text: string, from: number, breaks: readonly number[]): TermSplit | null {
  const at = breaks.find((offset) => offset > from + 1);
  if (at === undefined || at - from > longestTerm) return null;
  const line = text.slice(from, at).trim();
  return line.length <= 40 && !/[。；;，,！!？?]$/u.test(line) && !sentence.test(line) ? finish(text, from, at, at) : null;
}

/** The longest beginning that stands in the report, cut at a verb if it holds one: 直属区|包括, 安全生产二十条|《 */
function byBody(text: string, from: number, outer: readonly boolean[], body: Folded | null): TermSplit | null {
  if (!body) return null;
  const limit = Math.min(outer.length, from + longestTerm);
  const clause = text.slice(from, limit).search(/[。；;：:]/u);
  const head = fold(text.slice(from, clause < 0 ? limit : from + clause));
  const length = longestPrefix(head.value, body.value);
  // 2017年 stands in every report.
  if (length < 2 || /^[\d年月日.%]*$/u.test(head.value.slice(0, length))) return null;
  const end = from + (head.at[length - 1] ?? 0) + 1;
  const cues = [...verbs(text, from, outer, strong), ...verbs(text, from, outer, weak)].map(({ start }) => start);
  const cue = Math.max(-1, ...cues.filter((start) => start > from + 1 && start <= end));
  const closed = withClosingQuote(text, cue > 0 ? cue : end);
  return finish(text, from, closed, closed);
}

function longestPrefix(head: string, body: string): number {
  let length = 0;
  let at = 0;
  // Each longer prefix stands at or behind the first place of the shorter one.
  while (length < head.length) {
    const next = body.indexOf(head.slice(0, length + 1), at);
    if (next < 0) break;
    at = next;
    length++;
  }
  return length;
}

function withClosingQuote(text: string, end: number): number {
  return /[”’"』」]/u.test(text.charAt(end)) ? end + 1 : end;
}

function byVerb(text: string, from: number, outer: readonly boolean[]): TermSplit | null {
  const cues = [...verbs(text, from, outer, strong), ...verbs(text, from, outer, weak)];
  const repeated = repetition(text, from);
  const found = cues.find(({ start }) => start > from + 1 && !/[，,。；;]/u.test(text.slice(from, start).replace(/[，,]$/u, '')));
  if (repeated && (!found || repeated < found.start)) return finish(text, from, repeated, repeated);
  return found && found.start - from <= 30 ? finish(text, from, found.start, found.start) : null;
}

/** 四精五有|四精即精准规划: the definition begins as the term does. */
function repetition(text: string, from: number): number | null {
  const at = text.indexOf(text.slice(from, from + 2), from + 3);
  return at > 0 && at - from <= 24 && !/[，,。；;：:]/u.test(text.slice(from, at)) ? at : null;
}

function* verbs(text: string, from: number, outer: readonly boolean[], pattern: RegExp): Generator<{ start: number; end: number }> {
  const head = text.slice(from, outer.length);
  for (const match of head.matchAll(pattern)) {
    const start = from + match.index;
    if (outer[start]) yield { start, end: start + match[0].length };
  }
}

function byQuotes(text: string, from: number): TermSplit | null {
  const quoted = /^[“"「『][^”"」』]{1,40}[”"」』]/u.exec(text.slice(from, from + longestTerm))?.[0];
  return quoted ? finish(text, from, from + quoted.length, from + quoted.length) : null;
}

function occurs(term: string, body: Folded | null): boolean {
  const { value } = fold(term);
  return body !== null && value.length > 1 && body.value.includes(value);
}

/** Trims the term, and drops a page mark behind it: 【“四上”企业】（第3页）： */
function finish(text: string, from: number, end: number, definition: number): TermSplit | null {
  const term = text
    .slice(from, end)
    .replace(/[（(](?:第\s*\d+\s*页|[Pp]\.?\s*\d+)[^）)]{0,12}[）)]\s*$/u, '')
    .replace(/[\s，,：:]+$/u, '');
  const lead = term.length - term.trimStart().length;
  if (term.trim() === '') return null;
  const gap = /^[：:，,\s\u3000]*/u.exec(text.slice(definition))?.[0].length ?? 0;
  return { start: from + lead, end: from + term.length, definition: definition + gap };
}
