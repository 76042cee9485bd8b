import type { OutlineEntry, ReportRecord } from '../schemas/report.ts';

/** Sections that have a page of their own: those of the second level, and those of the first without any below. Lists of notes have none. */
export function sectionList(record: ReportRecord): OutlineEntry[] {
  const sections = record.outline.filter((entry) => entry.depth <= 2);
  const parts = new Map(record.blocks.map((block) => [block.id, block.part]));
  return sections.filter((entry, i) => {
    const hasChildren = entry.depth === 1 && (sections[i + 1]?.depth ?? 1) > 1;
    return !hasChildren && parts.get(entry.id) !== 'notes' && entry.id !== 'notes';
  });
}

/** The section of the first level that `id` stands in. */
export function parentSection(record: ReportRecord, id: string): OutlineEntry | undefined {
  const sections = record.outline.filter((entry) => entry.depth <= 2);
  const at = sections.findIndex((entry) => entry.id === id);
  return sections[at]?.depth === 2 ? sections.slice(0, at).findLast((entry) => entry.depth === 1) : undefined;
}

/** A heading as a reader knows it: 一、2019年工作回顾 | (八)奋力改善民生 | 第一部分 工作回顾 | 附件2 民生实事 */
export function headingWords({ num, title }: Pick<OutlineEntry, 'num' | 'title'>): string {
  if (!num) return title;
  if (/^[（(].*[)）]$/u.test(num) || !title) return num + title;
  if (/[是要]$/u.test(num)) return `${num}${title}`;
  return /^[第附]/u.test(num) ? `${num} ${title}` : `${num}、${title}`;
}
