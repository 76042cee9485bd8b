import type { APIContext } from 'astro';
import { archive as config } from '../../../archive.config.ts';
import { archive } from '../../data/archive.ts';
import type { RegionNode } from '../../data/region-tree.ts';
import { atomFeed } from '../../publish/feed.ts';

export const getStaticPaths = () =>
  [...archive().regions.values()].map((region) => ({ params: { region: region.slug }, props: { region } }));

/** New reports and corrections of a region and of all below it. */
export function GET({ site, props }: APIContext<{ region: RegionNode }>): Response {
  const { slug, fullName } = props.region;
  const records = archive().reports.filter((report) => `${report.region.slug}/`.startsWith(`${slug}/`));
  return new Response(atomFeed({ title: `${fullName}政府工作报告 · ${config.title}`, path: `/${slug}/`, records, site }));
}
