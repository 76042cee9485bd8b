import type { APIRoute } from 'astro';
import { downloadFiles } from '../../data/download-files.ts';
import type { Download } from '../../data/downloads.ts';

export const getStaticPaths = () =>
  downloadFiles(new URL(import.meta.env.SITE)).map((file) => ({ params: { file: file.name }, props: { file } }));

export const GET: APIRoute<{ file: Download }> = ({ props }) =>
  new Response(props.file.bytes, { headers: { 'Content-Type': props.file.mediatype } });
