import type { APIRoute } from 'astro';
import type { Report } from '../../../data/index-archive.ts';
import { reportJson, reportPaths } from '../../../data/report-files.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: Report }> = ({ props }) =>
  new Response(reportJson(props.report), { headers: { 'Content-Type': 'application/json' } });
