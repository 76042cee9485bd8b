import type { ReportRecord } from '../schemas/report.ts';
import { archive } from './archive.ts';
import { ancestors } from './region-tree.ts';

interface Crumb {
  name: string;
  path?: string;
}

/** 首页 / 湖南省 / 长沙市 / 开福区 / 2020年, and below it a section. An article stands below 首页 / 文章. */
export function documentCrumbs(record: ReportRecord, section?: string): Crumb[] {
  const { region, year } = record;
  const places = region ? [...ancestors(archive().regions, region.slug), { name: region.name, slug: region.slug }] : [];
  const isReport = record.kind === 'report' && region !== null && year !== null;
  const crumbs: Crumb[] = [
    { name: '首页', path: '/' },
    ...(isReport ? [] : [{ name: '文章', path: '/articles/' }]),
    ...places.map(({ name, slug }) => ({ name, path: `/${slug}/` })),
    { name: isReport ? `${year}年` : record.title, path: record.url },
  ];
  if (section) return [...crumbs, { name: section }];
  return crumbs.map((crumb, i) => (i === crumbs.length - 1 ? { name: crumb.name } : crumb));
}
