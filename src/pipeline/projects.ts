import type { Dictionary } from '../schemas/indicator.ts';
import type { Project } from '../schemas/report.ts';
import { quantities } from '../text/quantity.ts';
import type { Block } from './block.ts';
import type { FigureDocument } from './indicators.ts';
import { tableRows } from './table-rows.ts';

/** 2023年10件民生实事, 十件民生实事 */
const listTitle = /(?:民生|为民|惠民|利民|便民)[^,，。]{0,6}实事|实事[^,，。]{0,4}(?:项目|清单|一览表)/;
/** 1.新增…, 一、提高…, 一是新建… */
const numbered = /^\s*(?:(\d{1,2})\s*[.．、)）](?!\d(?!\d{3}年))|[(（](\d{1,2})[)）]|([一二三四五六七八九十]{1,3})(?:、|是))\s*/;
const inside = /(?:^|[。；;：:，,])\s*([一二三四五六七八九十]{1,3})是/g;
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
      : told.map(({ n, text, anchor }) => ({
          list: title,
          n,
          text,
          target: target(text, units),
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
    } else open?.entries.push(block);
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
    const last = found.at(-1)?.n ?? 0;
    // An entry or two may be lost.
    if (match && n > last && n <= last + (last === 0 ? 1 : 3)) found.push({ n, text: text.slice(match[0].length), anchor: block.anchor });
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
    const marks = [...text.value.matchAll(inside)];
    const first = marks.findIndex(([, word]) => word === '一');
    if (first < 0 || marks.length - first < fewest) continue;
    return marks.slice(first).map((mark, i, all) => {
      const from = mark.index + mark[0].length;
      return { n: i + 1, text: plain(text.value.slice(from, all[i + 1]?.index ?? text.value.length)), anchor };
    });
  }
  return [];
}

/** The figures of a promise as printed: 40公里以上、4座 */
function target(text: string, units: readonly string[]): string | null {
  const found = quantities(text, units).filter(({ rank }) => !rank);
  return found.length ? found.map(({ start, end }) => text.slice(start, end)).join('、') : null;
}
