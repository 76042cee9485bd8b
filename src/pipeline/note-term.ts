import { type Folded, fold } from '../text/fold.ts';

/** Where an entry divides: its term, and where its definition begins. Offsets in the entry. */
export interface TermSplit {
  start: number;
  end: number;
  definition: number;
}

/** The text of a report in which terms must stand, folded, and without what may stand between the members of a term. */
export interface TermBody {
  folded: Folded;
  joined: Folded;
}

export function termBody(text: string): TermBody {
  const folded = fold(text);
  return { folded, joined: joined(folded) };
}

/** The first line of an entry, of which the term is read. */
interface Head {
  text: string;
  from: number;
  to: number;
  /** For each offset before `to`, whether it stands outside of brackets and quotation marks that are closed again. */
  outer: boolean[];
}

const longestTerm = 60;
const opening = '（([［【《〈“「『‘';
const closing = '）)]］】》〉”」』’';
const sentence = /[。！？!?；;]/u;
/** Verbs that say what a term means, and verbs that a definition may begin with. */
const meaning = /是指|系指|指的是|特指|意指|即指|即是|指(?![标数导挥示令引南定责派])|即(?![将时使可便刻])/gu;
const naming = /也被称为|又被称为|被称为|也称为?|又称为?|亦称|又名|全称为?|简称/gu;
const telling = /包括|包含|涵盖|分为|分别|是|系|为|由|从|按照|根据|依据|以|通过|《/gu;

/**
 * Divides an entry without its number into term and definition: 【三资】:即资源、资产、资金。| 【直属区】包括岳麓区…
 * `breaks`: offsets in `text` at which lines begin. `body`: the text of the report, in which a term must stand.
 * Null where it finds no term (2017年，数据均已核实。).
 */
export function splitTerm(text: string, breaks: readonly number[], body: TermBody | null): TermSplit | null {
  const from = text.length - text.trimStart().length;
  const line = breaks.find((offset) => offset > from + 1) ?? text.length;
  const to = Math.min(line, from + longestTerm * 2);
  const head = { text, from, to, outer: outside(text, from, to) };
  return (
    byDash(head, /^(?:—{2,}|─{2,}|-{2,})/u, body) ??
    byColon(head, body) ??
    byDash(head, /^(?:—| [-–] |－(?!\d)|–(?!\d))/u, body) ??
    byLineBreak(head, breaks) ??
    byBody(head, body) ??
    byVerb(head) ??
    byQuotes(head)
  );
}

function outside(text: string, from: number, to: number): boolean[] {
  const result: boolean[] = new Array(Math.max(from, to)).fill(true);
  for (let i = from; i < to; i++) {
    const end = closingOf(text, i, to);
    for (let k = i + 1; k <= end; k++) result[k] = false;
    i = Math.max(i, end);
  }
  return result;
}

/** The offset of the mark that closes the one at `at`, （…) too; -1 where none opens there or none closes before `to`. */
function closingOf(text: string, at: number, to: number): number {
  const kind = opening.indexOf(text.charAt(at));
  if (kind < 0) return -1;
  const close = kind < 2 ? '）)' : kind < 5 ? ']］】' : closing.charAt(kind);
  let depth = 0;
  for (let i = at; i < to; i++) {
    const character = text.charAt(i);
    if (character === text.charAt(at)) depth++;
    else if (close.includes(character) && --depth === 0) return i;
  }
  return -1;
}

function byColon(head: Head, body: TermBody | null): TermSplit | null {
  const { text, from, to, outer } = head;
  for (let i = from + 1; i < to; i++) {
    const character = text.charAt(i);
    if (outer[i] && sentence.test(character)) return null;
    if (!outer[i] || (character !== '：' && character !== ':')) continue;
    const split = finish(head, i, i + 1);
    if (!split) return null;
    const term = text.slice(split.start, split.end);
    if (occurs(term, body)) return split;
    return isTerm(term) ? split : null;
  }
  return null;
}

/** A term is short and no clause: 双随机、一公开, but not 指数经济是指运用多个指标，包括 or 两免一补，是指 */
function isTerm(text: string): boolean {
  const bare = text.replace(/[“"《（(][^“”"》）)]*[”"》）)]/gu, '〇');
  if (text.length > longestTerm || /[\n\r]/u.test(bare.trim())) return false;
  return !/.(?:是指|系指|指的是|也被称为|是.{4})/u.test(bare) && !(/[，,]/u.test(bare) && text.length > 16);
}

function byDash(head: Head, pattern: RegExp, body: TermBody | null): TermSplit | null {
  const { text, from, to, outer } = head;
  for (let i = from + 2; i < to; i++) {
    if (!outer[i]) continue;
    if (/[，,。；;：:]/u.test(text.charAt(i))) return null;
    const dash = pattern.exec(text.slice(i, i + 6))?.[0];
    if (!dash || (dash.length === 1 && /[\dA-Za-z]/u.test(text.charAt(i + 1)))) continue;
    if (occurs(text.slice(from, i), body)) return finish(head, i, i + dash.length);
    return isTerm(text.slice(from, i)) && i - from <= 24 ? finish(head, i, i + dash.length) : null;
  }
  return null;
}

function byLineBreak(head: Head, breaks: readonly number[]): TermSplit | null {
  const at = breaks.find((offset) => offset > head.from + 1);
  if (at === undefined || at - head.from > longestTerm) return null;
  const line = head.text.slice(head.from, at).trim();
  return line.length <= 40 && !/[。；;，,！!？?]$/u.test(line) && !sentence.test(line) ? finish(head, at, at) : null;
}

/**
 * The longest beginning that stands in the report: 四好农村路|建好、管好. Where the definition does not begin there (with a verb, a title,
 * or the words of the term again), a verb behind it decides: 国家级重点实验室|指 for a report that only says 国家级.
 */
function byBody(head: Head, body: TermBody | null): TermSplit | null {
  if (!body) return null;
  const { text, from } = head;
  const limit = Math.min(head.to, from + longestTerm);
  const clause = text.slice(from, limit).search(/[。；;：:]/u);
  const words = joined(fold(text.slice(from, clause < 0 ? limit : from + clause)));
  const { length, ended } = longestPrefix(words.value, body.joined);
  // 2017年 stands in every report.
  const known = words.value.slice(0, length);
  if (length < 2 || (/^\d+[年月日.%\d]*$/u.test(known) && !(ended && /^\d+$/u.test(known)))) return null;
  const end = listed(head, closed(head, from + (words.at[length - 1] ?? 0) + 1), body);
  const quoted = /[”’"』」]/u.test(text.charAt(end - 1));
  if (begins(head, end) || (ended && !quoted)) return finish(head, end, end);
  const inner = [...verbs(head, naming), ...verbs(head, /是指|系指|指的是|包括|包含|是(?=.{4})/gu)].filter(
    (at) => at > from + 1 && at < end,
  );
  if (inner.length > 0) return finish(head, Math.max(...inner), Math.max(...inner));
  const later = [...verbs(head, meaning), ...(ended ? [] : [...verbs(head, /是/gu), repetition(head) ?? 0])];
  const near = later.filter((at) => at > end && at - end <= 16 && isPlain(text.slice(end, at)));
  const at = near.length > 0 ? Math.min(...near) : end;
  return finish(head, at, at);
}

/** The end of a term of several quoted members, of which the report knows the others too: “三大高地”【“五大战略”】 */
function listed({ text, from }: Head, end: number, body: TermBody): number {
  let at = end;
  for (;;) {
    const next = /^[、和与及]?[“"]([^“”"]{1,20})[”"]/u.exec(text.slice(at, at + 24));
    const word = fold(next?.[1] ?? '').value;
    if (!next || word === '' || fold(text.slice(from, at)).value.includes(word) || !body.folded.value.includes(word)) return at;
    at += next[0].length;
  }
}

/** Without what a text may put between the members of a term: “三压减”和“一提高” for “三压减”、“一提高”, but 碳中和 as it is. */
function joined({ value, at }: Folded): Folded {
  const kept: number[] = [];
  let result = '';
  const gap = (i: number): boolean => (at[i] ?? 0) > (at[i - 1] ?? 0) + 1;
  for (let i = 0; i < value.length; i++) {
    const character = value.charAt(i);
    if (character === '、' || ('和与及'.includes(character) && gap(i) && gap(i + 1))) continue;
    result += character;
    kept.push(at[i] ?? 0);
  }
  return { value: result, at: kept };
}

/** How much of `head` stands in the body, and whether the words of the body end there: 推行“揭榜挂帅”， */
function longestPrefix(head: string, body: Folded): { length: number; ended: boolean } {
  let length = 0;
  let at = 0;
  // Each longer prefix stands at or behind the first place of the shorter one.
  while (length < head.length) {
    const next = body.value.indexOf(head.slice(0, length + 1), at);
    if (next < 0) break;
    at = next;
    length++;
  }
  const after = at + length;
  const parted = (body.at[after] ?? Number.POSITIVE_INFINITY) > (body.at[after - 1] ?? 0) + 1;
  return { length, ended: length > 0 && (parted || /[，,。；;：:！!？?）)（(]/u.test(body.value.charAt(after))) };
}

/** Takes closing marks along, and a gloss in brackets: S基金【(Secondary Fund)】 */
function closed({ text, to }: Head, end: number): number {
  let at = end;
  while (/[”’"』」》]/u.test(text.charAt(at))) at++;
  return /[（(]/u.test(text.charAt(at)) ? Math.max(at, closingOf(text, at, to) + 1) : at;
}

/** Whether a definition begins at `at`. */
function begins(head: Head, at: number): boolean {
  const rest = head.text.slice(at, at + 6);
  const starts = [meaning, naming, telling].some((pattern) => [...rest.matchAll(pattern)].some(({ index }) => index === 0));
  return starts || /^[，,\s“"]|^$/u.test(rest) || repetition(head) === at;
}

function isPlain(words: string): boolean {
  return !/[，,、。；;：:“”《》]/u.test(words);
}

function byVerb(head: Head): TermSplit | null {
  const { text, from } = head;
  const cues = [...verbs(head, naming), ...verbs(head, meaning), ...verbs(head, telling)];
  const free = cues.filter((at) => at > from + 1 && at - from <= 30 && !/[，,。；;]/u.test(text.slice(from, at).replace(/[，,]$/u, '')));
  const named = free.find((at) => /^(?:是指|系指|指的是|.?[被也又]称)/u.test(text.slice(at, at + 3)));
  const repeated = repetition(head);
  const at = named ?? (free.length > 0 || repeated ? Math.min(...free, repeated ?? head.to) : null);
  return at === null ? null : finish(head, at, at);
}

/** 四精五有|四精即精准规划, 一圈两场三道|“一圈”即: the definition begins as the term does. */
function repetition({ text, from }: Head): number | null {
  const bare = from + (/^[“"]/u.test(text.charAt(from)) ? 1 : 0);
  const first = text.slice(bare, bare + 2);
  const at = /^\p{Script=Han}{2}$/u.test(first) ? text.indexOf(first, bare + 3) : -1;
  if (at < 0 || at - from > 30 || /[，,。；;：:]/u.test(text.slice(from, at))) return null;
  return /[“"]/u.test(text.charAt(at - 1)) ? at - 1 : at;
}

function verbs({ text, from, to, outer }: Head, pattern: RegExp): number[] {
  return [...text.slice(from, to).matchAll(pattern)].map(({ index }) => from + index).filter((at) => outer[at]);
}

function byQuotes(head: Head): TermSplit | null {
  const quoted = /^[“"「『][^”"」』]{1,40}[”"」』]/u.exec(head.text.slice(head.from, head.from + longestTerm))?.[0];
  return quoted ? finish(head, head.from + quoted.length, head.from + quoted.length) : null;
}

function occurs(term: string, body: TermBody | null): boolean {
  const { value } = fold(term);
  return body !== null && value.length > 1 && body.folded.value.includes(value);
}

/** Trims the term, and drops a page mark behind it: 【“四上”企业】（第3页）： */
function finish({ text, from }: Head, end: number, definition: number): TermSplit | null {
  const term = text
    .slice(from, end)
    .replace(/[（(](?:第\s*\d+\s*页|[Pp]\.?\s*\d+)[^）)]{0,12}[）)]\s*$/u, '')
    .replace(/[\s，,：:]+$/u, '');
  const lead = term.length - term.trimStart().length;
  if (term.trim() === '') return null;
  const gap = /^[：:，,\s\u3000]*/u.exec(text.slice(definition))?.[0].length ?? 0;
  return { start: from + lead, end: from + term.length, definition: definition + gap };
}
