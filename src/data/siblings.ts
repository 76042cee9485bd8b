import type { Archive, Report } from './index-archive.ts';
import { ancestors } from './region-tree.ts';

/** Reports that a reader of `report` may turn to. */
export interface Siblings {
  /** All reports of the same place, oldest first, `report` among them. */
  years: readonly Report[];
  previous: Report | null;
  next: Report | null;
  /** The reports of the same year of the levels above, nearest first. */
  above: Report[];
  /** The reports of the same year of the regions directly below. */
  below: Report[];
}

export function siblings(archive: Archive, report: Report): Siblings {
  const years = archive.reportsByRegion.get(report.region.slug) ?? [];
  const at = years.indexOf(report);
  const slugs = ancestors(archive.regions, report.region.slug).map((node) => node.slug);
  const country = [...archive.roots]
    .filter((node) => node.level === 'national' && node.slug !== report.region.slug)
    .map((node) => node.slug);
  return {
    years,
    previous: years[at - 1] ?? null,
    next: years[at + 1] ?? null,
    above: [...slugs.reverse(), ...country].flatMap((slug) => ofYear(archive, slug, report.year)),
    below: (archive.regions.get(report.region.slug)?.children ?? []).flatMap((slug) => ofYear(archive, slug, report.year)),
  };
}

export function ofYear(archive: Archive, slug: string, year: number): Report[] {
  return (archive.reportsByRegion.get(slug) ?? []).filter((report) => report.year === year);
}
