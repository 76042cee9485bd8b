import type { Line } from './lines.ts';
import { markOf } from './marks.ts';

const ended = /[。！？!?；;：:…”’）)】》.]$/u;
/** 2.5: a superscript or subscript that a copy put on a line of its own. */
const fragment = /^[\d０-９A-Za-z.．%％₂³²+-]{1,5}$/u;
/** 是：地区生产总值… | ，同比增长 | 的: no paragraph begins so. */
const continuation = /^(?:[，。、；：！？,;:!?）)”%％]|是[：:]|的[\p{Script=Han}])/u;
/** “十五五”时期经济社会发展的 | 以及: no paragraph ends so. */
const unfinished = /(?:[，、,]|[的和与及或对将把在为])$/u;
/** （一） | 一、 */
const bareNumber = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)$/u;
/** A longer line that a page number interrupts is a paragraph, not a heading above it. */
const longestHeading = 34;
const usualGap = 0.6;
/** Where a wrapped text indents its paragraphs, this share of its lines begins one. */
const usualIndent = 0.05;
const fewestRows = 4;

/**
 * Joins lines that were torn: PM | 2.5 | 年平均浓度; …经济社会发展的 | 主要目标 | 是：…; a heading on two lines (重在落实 | 加强政府自身建设);
 * and paragraphs that a copy wrapped at a fixed width.
 */
export function joinLines(lines: readonly Line[]): Line[] {
  const width = wrapWidth(lines);
  const indented = lines.filter(({ indent }) => indent).length > lines.length * usualIndent;
  const gapped = lines.length > 8 && lines.filter(({ gap }) => gap).length > lines.length * usualGap;
  const numbers = rowNumbers(lines);
  const result: Line[] = [];
  lines.forEach((line, i) => {
    const before = result.at(-1);
    const previous = lines[i - 1];
    const row = numbers.has(line) || (previous !== undefined && numbers.has(previous));
    if (before && previous && !row && isTorn({ before, previous, line, next: lines[i + 1], gapped, width, indented })) {
      result[result.length - 1] = { text: before.text.concat(line.text), gap: before.gap, indent: before.indent };
    } else result.push(line);
  });
  return result;
}

/** 1, 2, 3 … each alone on its line number the rows of a table whose rules are lost. */
function rowNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const tables: Line[][] = [];
  for (const line of lines) {
    const { value } = line.text;
    if (value === '1') tables.push([line]);
    else if (tables.length > 0 && value === String((tables.at(-1)?.length ?? 0) + 1)) tables.at(-1)?.push(line);
  }
  return new Set(tables.filter(({ length }) => length >= fewestRows).flat());
}

interface Seam {
  /** The line so far, and its last piece. */
  before: Line;
  previous: Line;
  line: Line;
  next: Line | undefined;
  gapped: boolean;
  width: number | null;
  indented: boolean;
}

function isTorn({ before, previous, line, next, gapped, width, indented }: Seam): boolean {
  if (width !== null && indented) return !line.indent;
  const end = before.text.value;
  const { value } = line.text;
  // （一） | 加快产业升级: the number on a line of its own.
  if (bareNumber.test(end)) return value.length <= 60;
  if (line.page && !ended.test(end) && !markOf(value) && !(markOf(end) && end.length <= longestHeading) && /[，,；]/u.test(end))
    return true;
  if (ended.test(end) || markOf(value) || /^(?:附件|各位|——|名词)/u.test(value)) return false;
  if (continuation.test(value) && end.length > 8) return true;
  if (unfinished.test(end) && end.length > 8 && !line.gap) return true;
  if (fragment.test(value) && end.length > 20 && next !== undefined && next.text.length > 8 && !markOf(next.text.value)) return true;
  if (fragment.test(previous.text.value) && previous.text.value !== end && value.length > 8) return true;
  if (width !== null) return Math.abs(previous.text.length - width) <= 2;
  return gapped && !line.gap && end.length <= 16 && value.length <= 20 && !ended.test(value) && !/[，,\d]/u.test(end + value);
}

/** The width at which a copy wrapped its lines, or null: most of its lines are as long as the longest. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map(({ text }) => text.length);
  if (lengths.length < 40) return null;
  const longest = [...lengths].sort((a, b) => b - a)[Math.floor(lengths.length * 0.02)] ?? 0;
  if (longest < 20 || longest > 100) return null;
  const full = lines.filter(({ text }) => Math.abs(text.length - longest) <= 2);
  const open = full.filter(({ text }) => !ended.test(text.value));
  return full.length > lines.length * 0.4 && open.length > full.length * 0.6 ? longest : null;
}
