import type { ReportRecord } from '../schemas/report.ts';

export const completenessWords: Record<ReportRecord['completeness'], string> = {
  complete: '全文',
  truncated: '不全，来源在末尾截断',
  fragment: '残篇，来源只有其中一段',
};

/** Names of the record's fields in words for readers. */
export const fieldWords: Record<string, string> = {
  region: '地区',
  year: '年份',
  title: '标题',
  session: '会议',
  deliveredOn: '日期',
  speaker: '报告人',
  completeness: '完整程度',
  kind: '文种',
};

/** 2020-01-12 → 2020年1月12日 */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** At 400 characters a minute. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / 400));
}

/** What a document is called where its place must be named: 长沙市开福区2020年政府工作报告 */
export function documentName({ kind, title, region, year }: ReportRecord): string {
  if (kind !== 'report' || !region || year === null) return title;
  return `${region.fullName}${year}年政府工作报告`;
}

/** What the scripts of a page need for a citation, as attributes of its article. */
export function citationData(record: ReportRecord): Record<string, string> {
  const author = record.speaker ?? (record.kind === 'report' && record.region ? `${record.region.fullName}人民政府` : '');
  return { 'data-kind': record.kind, 'data-name': documentName(record), 'data-author': author, 'data-date': record.deliveredOn ?? '' };
}
