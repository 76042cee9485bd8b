import type { APIRoute } from 'astro';
import type { Report } from '../../../data/index-archive.ts';
import { reportPaths, reportText } from '../../../data/report-files.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: Report }> = ({ props }) =>
  new Response(reportText(props.report), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
