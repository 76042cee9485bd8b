import type { ReportRecord } from '../schemas/report.ts';

/** s2-8-p3 | a1-p2 | p4 */
const paragraphAnchor = /^(?:(.+)-)?p(\d+)$/;
/** note-12 */
const noteAnchor = /^note-(\d+)$/;

/** Where an anchor is, as a reader would say it: 二（八）第3段 | 名词解释第12条 | 开头第2段 */
export function anchorWords(record: Pick<ReportRecord, 'outline'>, anchor: string): string {
  const note = noteAnchor.exec(anchor);
  if (note) return `名词解释第${note[1]}条`;
  const paragraph = paragraphAnchor.exec(anchor);
  if (!paragraph) return sectionWords(record, anchor);
  const [, section, n] = paragraph;
  return `${section === undefined ? '开头' : sectionWords(record, section)}第${n}段`;
}

/** The printed numbers from the top down: 二（八） | 一、“一是…”; the title where there is no number. */
function sectionWords({ outline }: Pick<ReportRecord, 'outline'>, id: string): string {
  const parts = id.split('-').map((_, i, all) => all.slice(0, i + 1).join('-'));
  const entries = parts.flatMap((part) => outline.find((entry) => entry.id === part && entry.depth <= 2) ?? []);
  const words = entries.map(({ num, title }) => {
    if (num === '') return `“${title.slice(0, 12)}”`;
    return num.endsWith('是') ? `“${num}…”` : num.replace('(', '（').replace(')', '）');
  });
  return words.join('、').replaceAll('、（', '（') || id;
}
