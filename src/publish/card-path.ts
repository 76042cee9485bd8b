import type { ReportRecord } from '../schemas/report.ts';

/** Below BASE: the share card of a report; other documents have that of the archive. */
export function cardPath(record: Pick<ReportRecord, 'id' | 'kind'>): string | undefined {
  return record.kind === 'report' ? `/og/${record.id}.png` : undefined;
}
