import { type Folded, fold } from '../text/fold.ts';
import type { Range } from '../text/mapped-text.ts';
import type { NoteNumber } from './note-numbers.ts';

/** An entry in a list of definitions: from `start` with its number, its words from `head`, to `end`. */
export interface NoteSpan extends Range {
  n: number;
  head: number;
}

/** 。 and what closes a sentence: a line that ends so is whole. */
const ended = /[。！？!?；;…](?:[”’"』」）)]*)(?:[（(]?[PpＰ]\d{1,3}[）)]?)?$/u;
const pageNumber = /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–·\s]*$/u;
/** What ends the list: 附件3 | 责任编辑：| 相关报道： */
const foreign =
  /^(?:附[件表录]?\s*[\d一二三四五六七八九十]{1,2}(?:[：:]|$)|附[件表录][：:]|责任编辑|责编|编辑[：:]|来源[：:]|相关(?:报道|链接|附件|阅读|文章|新闻)|扫一扫|打印|关闭|分享|上一篇|下一篇|版权|主办)/u;
/** …神仙岭。附件2 2018年民生实事: the next attachment, in mid-line. */
const nextAttachment =
  /(?<=[。！？!?）)”])[ \u3000]*附[ \u3000]*[件录表][ \u3000]*(?:\d(?=20\d\d)|[\d一二三四五六七八九十]{1,2}(?![\d”"》）)]))/u;
/** An entry without number: 四上企业：即规模以上… | 三资——指资源 */
const unnumberedEntry = /^([“"]?[^。；;，,：:\n]{1,40})(?:[：:]|——)/u;

/** Cuts a list of definitions at its numbers, or where it has none at its lines and terms. White space at the ends is in no span. */
export function noteSpans(
  text: string,
  numbers: readonly NoteNumber[],
  breaks: readonly number[],
  body: Folded | null,
): { spans: NoteSpan[]; rest: Range[] } {
  const limit = nextAttachment.exec(text)?.index ?? text.length;
  const heads = numbers.length > 0 ? numbers.map(({ n, start, end }) => ({ n, start, head: end })) : unnumbered(text, breaks, body);
  const own = heads.filter(({ start }) => start < limit);
  const rough = own.map((head, i) => ({ ...head, end: own[i + 1]?.start ?? limit }));
  const usual = usualLines(text, rough.slice(0, -1), breaks);
  const spans: NoteSpan[] = [];
  const rest: Range[] = [{ start: 0, end: own[0]?.start ?? text.length }];
  rough.forEach((span, i) => {
    const end = ownEnd(text, span, breaks, usual, i === rough.length - 1);
    spans.push({ ...span, ...trim(text, span.start, end) });
    rest.push({ start: end, end: span.end });
  });
  if (own.length > 0) rest.push({ start: limit, end: text.length });
  return { spans, rest: rest.map(({ start, end }) => trim(text, start, end)).filter(({ start, end }) => end > start) };
}

function trim(text: string, start: number, end: number): Range {
  const value = text.slice(start, end);
  const from = start + value.length - value.trimStart().length;
  return { start: from, end: Math.max(from, start + value.trimEnd().length) };
}

/** The ascending `breaks` behind `start` and before `end`. */
export function within(breaks: readonly number[], start: number, end: number): number[] {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < breaks.length && (breaks[last] ?? 0) < end) last++;
  return breaks.slice(low, last);
}

/** The lines of a span that are not empty. */
function linesOf(text: string, { start, end }: Range, breaks: readonly number[]): Range[] {
  const inner = within(breaks, start, end);
  return [start, ...inner].map((from, i) => trim(text, from, inner[i] ?? end)).filter((line) => line.end > line.start);
}

/** How many lines an entry of this list has, and whether all have as many. */
function usualLines(text: string, spans: readonly Range[], breaks: readonly number[]): { count: number; always: boolean } {
  const counts = spans.map((span) => linesOf(text, span, breaks).length).sort((a, b) => a - b);
  const count = counts[Math.floor(counts.length / 2)] ?? 1;
  return { count, always: counts.length > 2 && counts.filter((each) => each === count).length >= counts.length * 0.9 };
}

/** Where an entry ends: before what follows the list, and before lines that are none of its own. */
function ownEnd(text: string, span: NoteSpan, breaks: readonly number[], usual: { count: number; always: boolean }, last: boolean): number {
  const lines = linesOf(text, span, breaks);
  let own = 0;
  while (own < lines.length) {
    const line = lines[own];
    if (!line) break;
    const words = text.slice(line.start, line.end);
    if (own > 0 && (foreign.test(words) || pageNumber.test(words))) break;
    const before = lines[own - 1];
    const whole = before !== undefined && ended.test(text.slice(before.start, before.end));
    const complete = whole ? last || !ended.test(words) : usual.always && last;
    if (own >= usual.count && complete) break;
    own++;
  }
  return lines[own - 1]?.end ?? span.end;
}

function unnumbered(text: string, breaks: readonly number[], body: Folded | null): Omit<NoteSpan, 'end'>[] {
  const lines = linesOf(text, { start: 0, end: text.length }, breaks);
  const starts = lines.length > 1 ? entryLines(text, lines, body) : entrySentences(text, body);
  return starts.map((start, i) => ({ n: i + 1, start, head: start }));
}

/** Lines that begin with a term and its divider, or are a term of the report with its definition on the next line. */
function entryLines(text: string, lines: readonly Range[], body: Folded | null): number[] {
  const stop = lines.findIndex(({ start, end }) => foreign.test(text.slice(start, end)));
  const own = stop < 0 ? lines : lines.slice(0, stop);
  const value = ({ start, end }: Range): string => text.slice(start, end);
  const divided = own.filter((line) => unnumberedEntry.test(value(line)));
  if (divided.length >= Math.max(1, own.length * 0.5)) return divided.map(({ start }) => start);
  const heads = own.filter(
    (line, i) => value(line).length <= 40 && !ended.test(value(line)) && (own[i + 1]?.end ?? 0) > (own[i + 1]?.start ?? 0),
  );
  if (heads.length >= own.length * 0.4 && heads.length > 1) return heads.map(({ start }) => start);
  return own.filter((line) => known(value(line), body)).map(({ start }) => start);
}

/** Whether a line begins with words of the report and a verb: 揭榜挂帅是指 */
function known(line: string, body: Folded | null): boolean {
  const term = /^([^。；;，,]{2,30}?)(?:是指|指|即|也被称为|——|：|:)/u.exec(line)?.[1];
  return term !== undefined && (body === null || body.value.includes(fold(term).value));
}

/** Terms behind the ends of sentences: …三资:即资源、资产、资金。四到:随叫随到… */
function entrySentences(text: string, body: Folded | null): number[] {
  const result: number[] = [];
  for (const match of text.matchAll(/(?:^|[。！？!?])[”’"]?\s*([^。！？!?；;，,：:\s][^。！？!?；;，,：:]{1,30})[：:]/gu)) {
    const term = match[1] ?? '';
    if (body && !body.value.includes(fold(term).value)) continue;
    result.push(match.index + match[0].indexOf(term));
  }
  return result;
}
