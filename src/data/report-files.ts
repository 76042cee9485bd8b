import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { archive, contentFolder } from './archive.ts';
import { reportParams } from './document-routes.ts';
import { exportDocument } from './export-document.ts';
import type { Report } from './index-archive.ts';
import { href } from './url.ts';

/** Paths of the endpoints below a report's page. */
export const reportPaths = () => archive().reports.map((report) => ({ params: reportParams(report), props: { report } }));

/** report.md: what the archive knows of the report as front matter, and its text. */
export function reportMarkdown(report: Report, site: URL | undefined): string {
  const { title, region, year, session, deliveredOn, speaker, completeness, seed } = report;
  const facts = { title, region: region.fullName, code: region.code, year, session, deliveredOn, speaker, completeness };
  const source = { url: new URL(href(report.url), site).href, seed: seed.path, sha256: seed.sha256 };
  return `---\n${stringify({ ...facts, ...source }, { lineWidth: 0 })}---\n\n${exported(report).markdown}`;
}

/** report.txt: the text of the report, a block a line. */
export function reportText(report: Report): string {
  return exported(report).text;
}

/** data.json: the report's record and its figures, each without the report's id. */
export function reportJson(report: Report): string {
  const observations = archive().observationsByReport.get(report.id) ?? [];
  return `${JSON.stringify({ report, observations: observations.map(({ report: _report, ...observation }) => observation) })}\n`;
}

const waiting = new Map<string, ReturnType<typeof exportDocument>>();

/** Text and Markdown come out of one reading: the endpoint that asks first leaves them for the other. */
function exported({ id }: Report): ReturnType<typeof exportDocument> {
  const ready = waiting.get(id);
  if (ready) waiting.delete(id);
  const files = ready ?? exportDocument(readFileSync(join(contentFolder(), 'reports', `${id}.mdx`), 'utf8'));
  if (!ready) waiting.set(id, files);
  return files;
}
