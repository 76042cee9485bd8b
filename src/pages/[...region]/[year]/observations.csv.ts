import type { APIRoute } from 'astro';
import { archive } from '../../../data/archive.ts';
import type { Report } from '../../../data/index-archive.ts';
import { observationCsv } from '../../../data/observation-table.ts';
import { reportPaths } from '../../../data/report-files.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: Report }> = ({ props }) => {
  const text = observationCsv(archive(), archive().observationsByReport.get(props.report.id) ?? []);
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
