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

/** Why a field is less sure than a printed one, in words for readers; '' where it is not. A date may be printed, but not whole: 202315日 */
export function doubtAbout({ inferred, messages }: ReportRecord, field: string): '' | '推断' | '来源印得不全' {
  if (!inferred.includes(field)) return '';
  return field === 'deliveredOn' && messages.some(({ rule }) => rule === 'doubtful-date') ? '来源印得不全' : '推断';
}

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
  const { kind, title, speaker, region, inferred, deliveredOn } = record;
  // Nobody is said to have written what is only believed to be theirs.
  const government = kind === 'report' && region && !inferred.includes('region') ? `${region.fullName}人民政府` : '';
  const attributes = { kind, name: title, added: addedToTitle(record), author: speaker ?? government, date: deliveredOn ?? '' };
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`data-${key}`, value]));
}

/** What the printed title does not say: 湖南省长沙市岳麓区,2023年 | 湖南省长沙市芙蓉区,片段; '' where it says all. */
export function addedToTitle({ kind, title, region, year, completeness }: ReportRecord): string {
  const place = kind === 'report' && region && !title.includes(region.name) ? region.fullName : '';
  const when = kind === 'report' && year !== null && !title.includes(String(year)) ? `${year}年` : '';
  const extent = { complete: '', truncated: '残缺', fragment: '片段' }[completeness];
  return [place, when, extent].filter(Boolean).join(',');
}
