import type { Project } from '../schemas/report.ts';

interface Cell {
  text: string;
  anchor: string;
}

type Row = Omit<Project, 'list' | 'target'>;

/** Heads of the columns that tell who is in charge. */
const office = /单位|部门|责任|备注/;
const result = /完成|进展|落实|结果|情况/;
const rate = /率|比例|进度/;
/** (注:以上数据…) below the table. */
const note = /^[(（]?注[:：]/;
/** 108%102% */
const percent = /^(?:[\d.]+\s*[%％]\s*)+$/;

/**
 * The rows of a table of which only the cells are left, one after another: 序号, 项目, 完成情况, 完成率, 1, 新增学位1.5万个, 2.8万个, 187%, 2, …
 * A row begins where the next number stands alone in its cell.
 */
export function tableRows(cells: readonly Cell[]): Row[] {
  const first = cells.findIndex(({ text }) => text === '1');
  if (first < 0) return [];
  const heads = cells.slice(0, first).map(({ text }) => text);
  const groups: Cell[][] = [];
  for (const cell of cells.slice(first)) {
    if (note.test(cell.text)) break;
    if (cell.text === String(groups.length + 1) && (groups.length === 0 || (groups.at(-1)?.length ?? 0) > 1)) groups.push([cell]);
    else groups.at(-1)?.push(cell);
  }
  return groups.filter((group) => group.length > 1).map((group) => read(group, heads));
}

function read([number, text, ...rest]: Cell[], heads: readonly string[]): Row {
  const offices = heads.filter((head) => office.test(head)).length;
  const told = heads.some((head) => result.test(head) && !office.test(head));
  const rated = heads.some((head) => rate.test(head));
  const last = rest.at(-1);
  const completion = rated && last && percent.test(last.text) ? last.text : null;
  const notes = completion === null ? rest : rest.slice(0, -1);
  // Cells of an office behind the result are left out; where cells were lost nothing tells which is which.
  const results = offices === 0 ? notes : notes.slice(0, 1);
  return {
    n: Number(number?.text ?? 0),
    text: text?.text ?? '',
    result: told && results.length ? results.map(({ text: words }) => words).join(' ') : null,
    completion,
    anchor: text?.anchor ?? '',
  };
}
