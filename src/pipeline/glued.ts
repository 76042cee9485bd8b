/**
 * Where a heading ends that runs into the next sentence with nothing between:
 * 聚焦高质量发展,加速推进新型工业化|推动工业经济加快发展,…
 *
 * The text itself says which two characters tend to end a clause (业化,) and which tend to begin one (。推动).
 * A boundary is the more likely the more its left side ends and its right side begins.
 */
export interface ClauseHabits {
  /** How often two characters occur. */
  all: ReadonlyMap<string, number>;
  /** How often they stand at the beginning of a clause, and at its end. */
  begin: ReadonlyMap<string, number>;
  end: ReadonlyMap<string, number>;
  text: string;
}

const clause = /[^，。、；：！？,;:!?…（）()《》“”"‘’\s]+/gu;
const minLength = 5;
const maxLength = 34;
/** 努力打造高效法治廉洁政府: the last clause of a heading is rarely longer. */
const usualClause = 12;
const yearStart = /^\d{4}年/u;
/** 2014年的发展目标和主要任务 | “十三五”时期的奋斗目标 | 2003年的主要工作: how the outermost headings end. */
const topEnd = /^(?:.{0,12}(?:\d{4}年|时期|五年|以来|今后|过去|未来)).{0,16}(?:回顾|总结|安排|任务|工作|目标|重点|思路|部署|要求|成就)$/u;
const open = /[“《（(「]/u;
const close = /[”》）)」]/u;

/** Counts the habits of a text, of which the headings in question are a small part. */
export function clauseHabits(text: string): ClauseHabits {
  const all = new Map<string, number>();
  const begin = new Map<string, number>();
  const end = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const [words] of text.matchAll(clause)) {
    if (words.length < 2) continue;
    for (let i = 0; i + 2 <= words.length; i++) count(all, words.slice(i, i + 2));
    count(begin, words.slice(0, 2));
    count(end, words.slice(-2));
  }
  return { all, begin, end, text };
}

/** The habits of one text, on top of those of reports at large. */
export function addHabits(general: ClauseHabits, own: ClauseHabits): ClauseHabits {
  const sum = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> => {
    const result = new Map(a);
    for (const [key, count] of b) result.set(key, (result.get(key) ?? 0) + count);
    return result;
  };
  return { all: sum(general.all, own.all), begin: sum(general.begin, own.begin), end: sum(general.end, own.end), text: own.text };
}

/** 着力发展 | 不断: an adverb, with or without a verb, that still wants its object. */
const wantsObject =
  /(?:着力|不断|加速|深入|持续|全面|加快|大力|积极|努力|奋力|切实|有效|稳步|进一步|扎实|全力|强力|着重|统筹|坚决|继续)(?:|推进|发展|提升|实施|加强|开展|完善|推动|建设|打造|促进|深化|优化|增强|改善|构建|培育|扩大|保障|抓好|做好|打好|激发)$/u;
/** A sentence that goes on behind the boundary is longer than this. */
const minRest = 6;

interface Candidate {
  length: number;
  score: number;
}

/**
 * Lengths of headings of one list (each `rest` is a heading without its number and what follows it), or null where no boundary is
 * likely. Headings of a list are built alike, so among the likely lengths those near the list's own measure win.
 */
export function gluedEnds(rests: readonly string[], habits: ClauseHabits): (number | null)[] {
  const candidates = rests.map((rest) => candidatesOf(rest, habits));
  const first = candidates.map((list) => best(list, null)?.length).filter((length) => length !== undefined);
  const measure = rests.length > 2 && first.length > 0 ? { middle: median(first), scale: 4 } : null;
  return candidates.map((list) => best(list, measure)?.length ?? null);
}

/** The length of one heading that lost its end, by the `lengths` of the others of its list, whose ends are known. */
export function gluedEnd(rest: string, lengths: readonly number[], habits: ClauseHabits): number | null {
  return best(candidatesOf(rest, habits), { middle: median(lengths), scale: 1 })?.length ?? null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The usual length, and how fast the weight falls with the distance from it. */
interface Measure {
  middle: number;
  scale: number;
}

function best(list: readonly Candidate[], measure: Measure | null): Candidate | undefined {
  const weight = ({ length, score }: Candidate): number =>
    score * (measure ? Math.exp(-Math.abs(length - measure.middle) / measure.scale) : 1);
  return list.reduce<Candidate | undefined>((best, one) => (!best || weight(one) > weight(best) ? one : best), undefined);
}

function candidatesOf(rest: string, habits: ClauseHabits): Candidate[] {
  const sentence = rest.search(/[。！？!?；;]/u);
  const limit = Math.min(sentence < 0 ? rest.length : sentence, maxLength);
  const result: Candidate[] = [];
  let depth = 0;
  for (let length = 1; length <= limit; length++) {
    const before = rest[length - 1] ?? '';
    if (open.test(before)) depth++;
    if (close.test(before)) depth--;
    if (length < minLength || depth > 0) continue;
    const lastClause = length - Math.max(rest.lastIndexOf(',', length), rest.lastIndexOf('，', length), -1) - 1;
    const score = boundary(rest, length, habits) * Math.exp(-Math.max(0, lastClause - usualClause) / 2);
    if (score > 0.0001) result.push({ length, score });
  }
  return result;
}

function boundary(rest: string, at: number, { all, begin, end, text }: ClauseHabits): number {
  if (yearStart.test(rest.slice(at))) return 1;
  if (topEnd.test(rest.slice(0, at)) && !/^(?:[的和与及等、，,]|回顾|总结|安排|任务|目标|重点|思路|部署|要求)/u.test(rest.slice(at)))
    return 0.5;
  const words = /^[“《（(「]?([^，。、；：！？,;:!?]*)/u.exec(rest.slice(at))?.[1] ?? '';
  const head = rest.slice(0, at).replace(/[”》）)」]$/u, '');
  const left = head.slice(-2);
  const right = words.slice(0, 2);
  const sentence = rest.slice(at).search(/[。！？!?；;]/u);
  if (
    right.length < 2 ||
    (sentence >= 0 && sentence < minRest) ||
    /[，。、；：,;:“《（(]/u.test(left) ||
    /^[的和与及等]/u.test(right) ||
    wantsObject.test(head)
  )
    return 0;
  // 能力|现代化, 农业|农村: what often goes on across the boundary is one.
  const across = all.get(left.slice(-1) + right.slice(0, 1)) ?? 0;
  const elsewhere = text.split(left + right).length - 2;
  return (rate(end, all, left) * rate(begin, all, right) ** 1.5) / (1 + across) / (1 + 10 * Math.max(0, elsewhere));
}

/** Smoothed share of the occurrences, so that a pair seen once proves little. */
function rate(part: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>, pair: string): number {
  return ((part.get(pair) ?? 0) + 0.05) / ((all.get(pair) ?? 0) + 1);
}
