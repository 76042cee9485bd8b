import { archive as config } from '../../archive.config.ts';
import type { ReportRecord } from '../schemas/report.ts';

const repository: string =
  config.repository || (process.env.GITHUB_REPOSITORY ? `https://github.com/${process.env.GITHUB_REPOSITORY}` : '');
const contact: string = config.contact;

/** Whether the archive says where corrections go. */
export const takesCorrections = repository !== '' || contact !== '';

/** Where a reader proposes a correction: an issue that names seed and page, else a mail; null where nobody takes any. */
export function correctionLink(record: ReportRecord): string | null {
  const title = `更正：${record.title}（${record.id}）`;
  const body = `seed: ${record.seed.path}\nquote: \nreplacement: \nreason: \n`;
  if (repository)
    return `${repository}/issues/new?${new URLSearchParams({ template: 'wrong-reading.yml', title, document: record.id, seed: record.seed.path })}`;
  if (contact) return `mailto:${contact}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  return null;
}
