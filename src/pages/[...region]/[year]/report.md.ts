import type { APIRoute } from 'astro';
import type { Report } from '../../../data/index-archive.ts';
import { reportMarkdown, reportPaths } from '../../../data/report-files.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: Report }> = ({ props, site }) =>
  new Response(reportMarkdown(props.report, site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
