/** The printed number of an entry: `12、` | `［3］` | `⑦` | `（4）`. */
export interface NoteNumber {
  n: number;
  /** Range in the text, with its marks and the white space behind. */
  start: number;
  end: number;
}

interface Candidate extends NoteNumber {
  /** How much the place looks like the beginning of an entry. */
  weight: number;
  lineStart: boolean;
}

interface Chain {
  score: number;
  candidate: Candidate;
  previous: Chain | null;
}

const blank = String.raw`[ \t\u3000\u00a0\u2002\u2003]*`;
/** One expression for each way of numbering; the first group holds the number, the second of the first way what parts it from the words. */
const plain = new RegExp(String.raw`(?<![\d.．A-Za-z(（[［【〔+＋-])(\d{1,3})(?!\d)(${blank}[.．、)）:：]?${blank})`, 'gu');
const kinds: readonly RegExp[] = [
  // 1. | 1、 | 1．| 1) | 20“一带一路”
  plain,
  // [1] | ［1］ | 〔1〕 | 【1】, with a full stop behind in some texts
  new RegExp(String.raw`[［[〔【]${blank}(?:注释?)?(\d{1,3})${blank}[］\]〕】]${blank}[.．、:：]?${blank}`, 'gu'),
  // （1） | (1)
  new RegExp(String.raw`[（(]${blank}(?:注释?)?(\d{1,3})${blank}[）)]${blank}[.．、]?${blank}`, 'gu'),
  // ① | ⑴ | ⒈ | ❶
  new RegExp(`([①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛❶-❿])${blank}[.．、]?${blank}`, 'gu'),
  // 注1： | 注释1:
  new RegExp(String.raw`注释?${blank}(\d{1,3})${blank}[.．、:：]${blank}`, 'gu'),
  // 一、
  new RegExp(`(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})、${blank}`, 'gu'),
  // （一）
  new RegExp(`[（(]([一二三四五六七八九十]{1,3})[）)]${blank}`, 'gu'),
];

const sentenceEnd = /[。！？!?…][”’"』」）)]*$/u;
const pageMark = /[（(]?[PpＰ]\d{1,3}[）)]?$/u;
const clauseEnd = /[；;”’"）)\]】》]$/u;

const gapPenalty = 2;
const repeatPenalty = 3;
const restartPenalty = 6;
const widestGap = 5;

/**
 * The numbers that begin the entries of a list, in order. The sequence is the cue: of all numbers in the text (and of all ways of
 * numbering) it takes those that count on, 1, 2, 3; numbers inside definitions do not fit. `breaks`: offsets at which lines begin.
 */
export function noteNumbers(text: string, breaks: readonly number[]): NoteNumber[] {
  const lines = breaks[0] === 0 ? breaks : [0, ...breaks];
  const chains = kinds.map((kind) => longestChain(candidates(text, kind, lines))).filter((chain) => isList(chain, text));
  const first = Math.min(...chains.map((chain) => chain[0]?.start ?? text.length));
  const open = chains.filter((chain) => (chain[0]?.start ?? text.length) <= first + 400);
  return open.reduce((best, chain) => (weightOf(chain) > weightOf(best) ? chain : best), []);
}

/** A list has several numbers that stand as numbers of a list do, or one at its very beginning: 1+5+N and 2所 at two beginnings of lines are none. */
function isList(chain: readonly Candidate[], text: string): boolean {
  const [head] = chain;
  if (!head) return false;
  const opens = text.slice(0, head.start).trim() === '';
  return weightOf(chain) >= chain.length * (chain.length > 2 && opens ? 1.4 : 2.5) && (opens || chain.length > 1);
}

function weightOf(chain: readonly Candidate[]): number {
  return chain.reduce((sum, { weight }) => sum + weight, 0);
}

function candidates(text: string, kind: RegExp, lines: readonly number[]): Candidate[] {
  const result: Candidate[] = [];
  // Line by line: P2 at the end of a line and 3. at the beginning of the next are not P23.
  lines.forEach((from, i) => {
    const line = text.slice(from, lines[i + 1] ?? text.length);
    for (const match of line.matchAll(kind)) {
      const n = toNumber(match[1] ?? '');
      const at = match.index;
      if (n < 1 || n > 400) continue;
      const end = at + match[0].length;
      const lineStart = line.slice(0, at).trim() === '';
      const place = lineStart ? 4 : weigh(line.slice(Math.max(0, at - 12), at));
      const alone = lineStart && line.slice(end).trim() === '';
      const weight = kind === plain ? trust(match[2] ?? '', line.charAt(end), place, lineStart, alone) : place;
      if (weight > 0) result.push({ n, start: from + at, end: from + end, weight, lineStart });
    }
  });
  const atStart = result.filter((candidate) => candidate.lineStart).length;
  // A list that stands line by line has few numbers in mid-line.
  return atStart >= 3
    ? result.map((candidate) => (candidate.lineStart ? candidate : { ...candidate, weight: candidate.weight / 4 }))
    : result;
}

/** How far a plain number is one of an entry, by the mark behind it: `3.` | `3、` | `3)`; without a mark it is at best the beginning of a line. */
function trust(mark: string, next: string, place: number, lineStart: boolean, alone: boolean): number {
  const sign = mark.trim();
  // 3.5 in mid-sentence is a figure; 8.6张清单 behind a full stop is the eighth entry.
  if (sign === '.' || sign === '．') return /\d/u.test(next) && mark.length === 1 && place < 3 ? 0 : place;
  if (sign === '、') return place;
  if (sign !== '') return lineStart ? place : place / 4;
  // 20“一带一路” lost its mark; a number alone on its line stands in the first column of a lost table.
  if (/[“"《]/u.test(next)) return place >= 3 ? 3 : 0;
  if (alone) return 3;
  if (!lineStart) return 0;
  return mark !== '' ? 3 : /[年月日个项家条%％万亿+＋×]/u.test(next) ? 0 : 1.5;
}

function weigh(before: string): number {
  const text = before.trimEnd();
  if (sentenceEnd.test(text) || pageMark.test(text)) return 3;
  if (clauseEnd.test(text)) return 1.5;
  return text.length < before.length ? 1 : 0.4;
}

/** The best chain of candidates that count on; gaps, repeated numbers and restarts cost. */
function longestChain(all: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Chain>();
  let top: Chain | null = null;
  for (const candidate of all) {
    const chain = extend(candidate, best, top);
    const known = best.get(candidate.n);
    if (!known || chain.score > known.score) best.set(candidate.n, chain);
    if (!top || chain.score > top.score) top = chain;
  }
  const result: Candidate[] = [];
  for (let chain = top; chain; chain = chain.previous) result.push(chain.candidate);
  return result.reverse();
}

function extend(candidate: Candidate, best: ReadonlyMap<number, Chain>, top: Chain | null): Chain {
  const { n, weight, lineStart } = candidate;
  let chain: Chain = { score: weight - Math.min(n - 1, 3), candidate, previous: null };
  const offer = (previous: Chain | null | undefined, cost: number): void => {
    if (!previous) return;
    const score = previous.score + weight - cost;
    if (score > chain.score) chain = { score, candidate, previous };
  };
  for (let step = 1; step <= widestGap; step++) offer(best.get(n - step), (step - 1) * gapPenalty);
  if (lineStart) offer(best.get(n), repeatPenalty);
  if (n === 1 && weight >= 3) offer(top, restartPenalty);
  return chain;
}

/** ③ → 3; 十二 → 12 */
function toNumber(printed: string): number {
  if (/^\d+$/u.test(printed)) return Number(printed);
  const code = printed.codePointAt(0) ?? 0;
  for (const [from, to, first] of circled) if (code >= from && code <= to) return code - from + first;
  return chineseNumber(printed);
}

const circled: readonly (readonly [number, number, number])[] = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x2776, 0x277f, 1],
];

function chineseNumber(printed: string): number {
  const digit = (character: string): number => '一二三四五六七八九'.indexOf(character) + 1;
  const [tens, units] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
  return ten + (units ? digit(units.charAt(0)) : 0);
}
