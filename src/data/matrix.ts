import { groupBy } from './group-by.ts';
import type { Archive, Report } from './index-archive.ts';
import { ancestors, type RegionNode } from './region-tree.ts';

/** The reports of the archive by place and year. */
export interface Matrix {
  /** Newest first. */
  years: number[];
  rows: MatrixRow[];
}

export interface MatrixRow {
  region: RegionNode;
  /** How many regions stand above it. */
  depth: number;
  /** The reports of each of `years`; a place may have two of one year. */
  cells: (readonly Report[])[];
}

/** The regions with a report and their ancestors, parents before children; limited to `root` and what is below it. */
export function matrix(archive: Archive, root?: string): Matrix {
  const inside = (slug: string) => root === undefined || slug === root || slug.startsWith(`${root}/`);
  const reports = archive.reports.filter((report) => inside(report.region.slug));
  const years = [...new Set(reports.map((report) => report.year))].sort((a, b) => b - a);
  const top = root === undefined ? archive.roots.map((node) => node.slug) : [root];
  return { years, rows: top.flatMap((slug) => rowsBelow(archive, slug, years)) };
}

/** First-level regions only, each with all reports that it and the regions below it have: for archives of hundreds of places. */
export function overview(archive: Archive): Matrix {
  const years = [...new Set(archive.reports.map((report) => report.year))].sort((a, b) => b - a);
  const groups = groupBy(archive.reports, (report) => report.region.slug.split('/')[0] ?? '');
  const rows = archive.roots.map((region) => {
    const inside = groupBy(groups.get(region.slug) ?? [], (report) => report.year);
    return { region, depth: 0, cells: years.map((year) => inside.get(year) ?? []) };
  });
  return { years, rows };
}

function rowsBelow(archive: Archive, slug: string, years: readonly number[]): MatrixRow[] {
  const region = archive.regions.get(slug);
  if (!region) return [];
  const reports = archive.reportsByRegion.get(slug) ?? [];
  const cells = years.map((year) => reports.filter((report) => report.year === year));
  const row = { region, depth: ancestors(archive.regions, slug).length, cells };
  return [row, ...region.children.flatMap((child) => rowsBelow(archive, child, years))];
}
