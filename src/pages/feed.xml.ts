import type { APIContext } from 'astro';
import { archive as config } from '../../archive.config.ts';
import { archive } from '../data/archive.ts';
import { atomFeed } from '../publish/feed.ts';

/** New documents and corrections of the whole archive. */
export function GET({ site }: APIContext): Response {
  return new Response(atomFeed({ title: config.title, path: '/', records: archive().records, site }));
}
