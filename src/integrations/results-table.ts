import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Project } from '../schemas/report.ts';
import { element } from './element.ts';

/** The columns of a list of 民生实事, and what the source calls them: 序号 | 10件民生实事项目 | 完成情况 | 完成率 */
const columns = [
  { name: '序号', printed: /序号|编号/u },
  { name: '项目', printed: /项目|事项|内容/u },
  { name: '完成情况', printed: /情况|结果|进展/u },
  { name: '完成率', printed: /率|比例/u },
];

export interface Cell {
  anchor: string;
  /** The number of a row (mark-ordinals). */
  isOrdinal: boolean;
  node: Paragraph;
}

/**
 * The loose cells of a lost table → a table again, where the record has read them as 民生实事. The cells are the paragraphs of
 * the text in their order; the name of a column that the text lacks is editorial. Null where the cells do not agree with the record.
 */
export function resultsTable(cells: readonly Cell[], projects: readonly Project[]): Blockquote['children'] | null {
  const starts = cells.flatMap((cell, i) => (cell.isOrdinal ? [i] : []));
  const parts = starts.map((start, i) => cells.slice(start, starts[i + 1]));
  const rows = parts.map((part) => readRow(part, projects));
  if (rows.length === 0 || rows.some((row, i) => row === null || (row.rest.length > 0 && i < rows.length - 1))) return null;
  const read = rows.filter((row) => row !== null);
  const told = read.some(({ project: { result, completion } }) => result !== null || completion !== null);
  const { above, names } = heads(cells.slice(0, starts[0]), told ? 4 : 2);
  const body = read.map((row) => element('tr', {}, row.cells.slice(0, names.length).map(dataCell)));
  const head = element('thead', {}, [element('tr', {}, names)]);
  return [
    ...above,
    element('table', { className: ['results'] }, [head, element('tbody', {}, body)]),
    ...(read.at(-1)?.rest ?? []).map(({ node }) => node),
  ];
}

/** Number, project, result, completion, a list of paragraphs each; what is left over comes after the table. */
function readRow([ordinal, ...cells]: readonly Cell[], projects: readonly Project[]) {
  const project = projects.find(({ anchor }) => anchor === cells[0]?.anchor);
  if (!ordinal || !project) return null;
  let rest = cells;
  const found: Cell[][] = [[ordinal]];
  for (const words of [project.text, project.result, project.completion]) {
    const taken = take(rest, words ?? '');
    if (!taken) return null;
    found.push(taken);
    rest = rest.slice(taken.length);
  }
  return { project, cells: found, rest };
}

/** The first cells that together say `words`; null where they say something else. */
function take(cells: readonly Cell[], words: string): Cell[] | null {
  const wanted = words.replace(/\s/g, '');
  for (let n = 0, said = ''; said.length <= wanted.length; n++) {
    if (said === wanted) return cells.slice(0, n);
    const next = cells[n];
    if (!next) return null;
    said += textOf(next.node).replace(/\s/g, '');
  }
  return null;
}

/** The cells above the first number name the columns, as far as they can be told; else they stand above the table. */
function heads(cells: readonly Cell[], width: number): { above: Paragraph[]; names: Blockquote[] } {
  const own = columns.slice(0, width).map(({ printed }) => cells.find((cell) => printed.test(textOf(cell.node))));
  const inOrder = own.filter((cell) => cell !== undefined);
  const isWhole = inOrder.length === cells.length && inOrder.every((cell, i) => cell === cells[i]);
  const names = own.map((cell, i) => (cell && isWhole ? headCell(cell) : addedHead(columns[i]?.name ?? '')));
  return { above: isWhole ? [] : cells.map(({ node }) => node), names };
}

function headCell(cell: Cell): Blockquote {
  return element('th', { scope: 'col' }, [plain(cell)]);
}

function addedHead(value: string): Blockquote {
  return element('th', { scope: 'col', 'data-editorial': '' }, [{ type: 'paragraph', children: [{ type: 'text', value }] }]);
}

/** On a phone the columns stand one below the other: the cell itself has its name. */
function dataCell(cells: readonly Cell[], column: number): Blockquote {
  const label: Record<string, string> = column > 1 && cells.length > 0 ? { 'data-label': columns[column]?.name ?? '' } : {};
  return element('td', label, cells.map(plain));
}

/** Without the class of a loose row. */
function plain({ anchor, node }: Cell): Paragraph {
  const attributes = { hProperties: { id: anchor } };
  return { ...node, data: { ...node.data, ...attributes }, children: node.children.flatMap(divideShares) };
}

/** 108%102% are two shares. */
function divideShares(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  const parts = node.value.split(/(?<=%)(?=\d)/);
  return parts.flatMap((value, i): PhrasingContent[] => [...(i === 0 ? [] : [addedComma]), { type: 'text', value }]);
}

const addedComma: PhrasingContent = {
  type: 'emphasis',
  data: { hName: 'span', hProperties: { 'data-editorial': '' } },
  children: [{ type: 'text', value: '、' }],
};
