import type { ReportRecord } from '../schemas/report.ts';
import { archive } from './archive.ts';
import { dateWords, documentName } from './document-words.ts';
import { figureWords } from './figure-words.ts';
import { headlineSummary } from './headline-summary.ts';
import { headingWords } from './section-list.ts';
import { href } from './url.ts';

/** One sentence for search engines and messengers: date, speaker, the first figures or headings. */
export function documentDescription(record: ReportRecord): string {
  const { deliveredOn, speaker } = record;
  const who = [deliveredOn && dateWords(deliveredOn), speaker].filter(Boolean).join('，');
  const part = record.completeness === 'fragment' ? '的片段' : record.completeness === 'truncated' ? '（末尾截断）' : '';
  const summary = summaryWords(record);
  return [documentName(record), part, who && `（${who}）`, summary ? `：${summary}` : '。'].join('').slice(0, 160);
}

function summaryWords(record: ReportRecord): string {
  const rows = record.year === null ? [] : headlineSummary(archive().observationsByReport.get(record.id) ?? [], record.year);
  const figures = rows.flatMap((row) => row.results.slice(0, 1).map((result) => row.name + figureWords(result))).slice(0, 4);
  if (figures.length > 0) return `${figures.join('，')}。`;
  const headings = record.outline.filter((entry) => entry.depth === 1).map(headingWords);
  return headings.length > 0 ? `内容有${headings.slice(0, 6).join('；')}。` : '';
}

/** schema.org: the document and its place in the archive. */
export function documentJsonLd(record: ReportRecord, site: URL | undefined): Record<string, unknown>[] {
  return [
    {
      '@context': 'https://schema.org',
      '@type': record.kind === 'report' ? 'Report' : 'Article',
      name: documentName(record),
      inLanguage: 'zh-CN',
      url: new URL(href(record.url), site).href,
      ...(record.deliveredOn ? { datePublished: record.deliveredOn } : {}),
      ...(record.speaker ? { author: { '@type': 'Person', name: record.speaker } } : {}),
      ...(record.region ? { spatialCoverage: record.region.fullName } : {}),
    },
  ];
}
