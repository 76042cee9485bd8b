import type { APIContext } from 'astro';
import { archive as config } from '../../archive.config.ts';
import { archive } from '../data/archive.ts';
import { documentName } from '../data/document-words.ts';
import { href } from '../data/url.ts';
import type { ReportRecord } from '../schemas/report.ts';

/** llmstxt.org: what a program that reads should know, with every report as Markdown. */
export function GET({ site }: APIContext): Response {
  const absolute = (path: string) => new URL(href(path), site).href;
  const { reports, articles } = archive();
  const line = (record: ReportRecord, path: string) =>
    `- [${documentName(record)}](${absolute(path)})${record.deliveredOn ? `: ${record.deliveredOn}` : ''}`;
  const lines = [
    `# ${config.title}`,
    '',
    `> ${config.description}`,
    '',
    '文本与来源逐字相同。段落的锚点（如 `#s2-8-p3`）长期有效，引用请用“报告地址#锚点”。每个数字都带有原句和位置。',
    '',
    '## 数据',
    '',
    `- [全部文本的目录](${absolute('/data/reports.json')})`,
    `- [全部指标](${absolute('/data/observations.json')})`,
    `- [名词解释](${absolute('/data/terms.json')})`,
    `- [说明](${absolute('/data/')})`,
    '',
    '## 报告',
    '',
    ...reports.map((report) => line(report, `${report.url}report.md`)),
    '',
    '## Optional',
    '',
    ...articles.map((article) => line(article, article.url)),
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
