import type { Dictionary } from '../schemas/indicator.ts';
import type { Project } from '../schemas/report.ts';
import { type Quantity, quantities } from '../text/quantity.ts';
import type { Block } from './block.ts';
import type { FigureDocument } from './indicators.ts';
import { tableRows } from './table-rows.ts';

/** 2023年10件民生实事, 十件民生实事 */
const listTitle = /(?:民生|为民|惠民|利民|便民)[^,，。]{0,6}实事|实事[^,，。]{0,4}(?:项目|清单|一览表)/;
/** 1.新增…, 一、提高…, 一是新建… */
const numbered = /^\s*(?:(\d{1,2})\s*[.．、)）](?!\d(?!\d{3}年))|[(（](\d{1,2})[)）]|([一二三四五六七八九十]{1,3})(?:、|是))\s*/;
const inside = /(?:^|[。；;：:，,])\s*([一二三四五六七八九十]{1,3})是/g;
/** 1.新增…;2.改造… in one paragraph. */
const insideNumbered = /(?:^|[。；;：:])\s*(\d{1,2})\s*[.．、)）](?!\d)/g;
/** 重点办好10件民生实事:一是…: the paragraph announces its list. */
const announced =
  /(?:办好|办实|抓好|实施|完成|推进)([^，,。；;：:]{0,8}(?:民生|为民|惠民|利民|便民)[^，,。；;：:]{0,6}实事)[：:]\s*(?=一是|1\s*[.．、])/;
/** 牵头单位:区教育局 is no part of the promise. */
const doer = /[(（]?(?:牵头|责任|承办|主办|主管|负责)单位[：:].*$/;
const fewest = 3;

/** Entries of the lists of 民生实事, a results table (项目, 完成情况, 完成率) among them; each list is told by its heading. */
export function projects({ blocks }: FigureDocument, { units }: Dictionary): Project[] {
  return lists(blocks).flatMap(({ title, entries }) => {
    const rows = entries.filter(({ type }) => type === 'row');
    if (rows.length > entries.length / 2)
      return tableRows(entries.map(cell)).map((row) => ({ list: title, ...row, target: target(row.text, units) }));
    const found = items(entries);
    const told = found.length >= fewest ? found : runIn(entries);
    return told.length < fewest
      ? []
      : told.map(({ n, text, below, anchor }) => ({
          list: title,
          n,
          text: text.replace(doer, '').trim(),
          target: target(text, units) ?? target(below, units),
          result: null,
          completion: null,
          anchor,
        }));
  });
}

interface List {
  title: string;
  entries: Block[];
}

interface Entry {
  text: string;
  anchor: string;
}

interface Item extends Entry {
  n: number;
  /** What is told below an entry that is a heading of its own. */
  below: string;
}

/** The blocks below each heading that names a list of 实事. */
function lists(blocks: readonly Block[]): List[] {
  const found: List[] = [];
  let open: List | null = null;
  for (const block of blocks) {
    // 项目 at the head of a column may look like a heading of its own.
    if (block.type === 'heading' && !(open && block.num === '' && open.entries.at(-1)?.text.value.trim() === '序号')) {
      const title = block.title || block.text.value.trim();
      open = listTitle.test(title) ? { title, entries: [] } : null;
      if (open) found.push(open);
    } else if (open) open.entries.push(block);
    else {
      const mark = announced.exec(block.text.value);
      if (mark)
        found.push({
          title: mark[1] ?? '',
          entries: [{ ...block, text: block.text.slice(mark.index + mark[0].length, block.text.length) }],
        });
    }
  }
  return found;
}

const cell = ({ text, anchor }: Block): Entry => ({ text: plain(text.value), anchor });
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Blocks that are numbered from one on; what stands below a short one is not repeated. */
function items(entries: readonly Block[]): Item[] {
  const found: Item[] = [];
  for (const block of entries) {
    const text = plain(block.text.value);
    const match = numbered.exec(text);
    const n = match ? ordinal(match) : 0;
    const open = found.at(-1);
    const last = open?.n ?? 0;
    // An entry or two may be lost.
    if (match && n > last && n <= last + (last === 0 ? 1 : 3))
      found.push({ n, text: text.slice(match[0].length), below: '', anchor: block.anchor });
    else if (open) open.below += text;
  }
  return found;
}

function ordinal([, arabic, bracketed, chinese]: RegExpExecArray): number {
  if (arabic ?? bracketed) return Number(arabic ?? bracketed);
  const [tens, ones] = (chinese ?? '').includes('十') ? (chinese ?? '').split('十') : [null, chinese];
  const digit = (word: string | undefined | null): number => '零一二三四五六七八九'.indexOf(word ?? '');
  return tens === null ? digit(ones) : (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** 一是新建…;二是… in one paragraph. */
function runIn(entries: readonly Block[]): Item[] {
  for (const { text, anchor } of entries) {
    for (const [pattern, one] of [
      [inside, '一'],
      [insideNumbered, '1'],
    ] as const) {
      const marks = [...text.value.matchAll(pattern)];
      const first = marks.findIndex(([, word]) => word === one);
      if (first < 0 || marks.length - first < fewest) continue;
      return marks.slice(first).map((mark, i, all) => {
        const from = mark.index + mark[0].length;
        const next = all[i + 1]?.index;
        const words = text.value.slice(from, next);
        // What goes on behind the last entry is no part of it.
        return { n: i + 1, text: plain(next === undefined ? (/^[^。]*。?/.exec(words)?.[0] ?? words) : words), below: '', anchor };
      });
    }
  }
  return [];
}

/** The figures of a promise as printed: 40公里以上、4座 */
function target(text: string, units: readonly string[]): string | null {
  const found = quantities(text, units).filter(
    ({ rank }, i, all) => !rank && !isName(text, all[i]) && !describes(text, all[i], all[i + 1]),
  );
  return found.length ? found.map(({ start, end }) => text.slice(start, end)).join('、') : null;
}

/** “15分钟生活圈” */
function isName(text: string, one: Quantity | undefined): boolean {
  return one !== undefined && /^(?:分钟|小时)$/.test(one.unit) && /[“"]/.test(text[one.at - 1] ?? '');
}

/** 100万元以上|项目29个: the first figure tells which things are counted. */
function describes(text: string, one: Quantity | undefined, next: Quantity | undefined): boolean {
  if (!one || !next || one.unit === next.unit || !/元$/.test(one.unit) || !/以[上下]$/.test(text.slice(one.at, one.end))) return false;
  return /^[^,，;；:：。、]{1,12}$/.test(text.slice(one.end, next.start));
}
