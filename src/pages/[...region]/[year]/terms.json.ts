import type { APIRoute } from 'astro';
import { archive } from '../../../data/archive.ts';
import { reportParams } from '../../../data/document-routes.ts';
import { termsElsewhere } from '../../../data/terms-elsewhere.ts';

/** Which notes of a report have a term that others define too: asked for when a note is opened, so that no page carries it. */
export const getStaticPaths = () =>
  archive().reports.map((report) => ({ params: reportParams(report), props: { terms: termsElsewhere(archive(), report.id) } }));

export const GET: APIRoute = ({ props }) => Response.json(props.terms);
