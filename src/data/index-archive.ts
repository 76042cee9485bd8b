import type { Observation } from '../schemas/observation.ts';
import type { Region } from '../schemas/region.ts';
import type { ReportRecord } from '../schemas/report.ts';
import type { Term } from '../schemas/term.ts';
import { groupBy } from './group-by.ts';
import { type RegionNode, regionTree } from './region-tree.ts';

/** A report whose place and year are known: it has a page below its region. */
export type Report = ReportRecord & { kind: 'report'; region: Region; year: number };

export interface Archive {
  /** As the converter wrote them, in its order. */
  records: readonly ReportRecord[];
  /** By region code, then year. */
  reports: readonly Report[];
  /** Every other document, newest first. */
  articles: readonly ReportRecord[];
  byId: ReadonlyMap<string, ReportRecord>;
  reportById: ReadonlyMap<string, Report>;
  /** Slug of the region → its reports, oldest first. */
  reportsByRegion: ReadonlyMap<string, readonly Report[]>;
  /** Slug → region; ancestors of a region with a report are there even if they have none. In the order of their codes. */
  regions: ReadonlyMap<string, RegionNode>;
  /** Regions without a parent. */
  roots: readonly RegionNode[];
  observations: readonly Observation[];
  observationsByReport: ReadonlyMap<string, readonly Observation[]>;
  /** Canonical name → its observations. */
  observationsByIndicator: ReadonlyMap<string, readonly Observation[]>;
  terms: readonly Term[];
  termById: ReadonlyMap<string, Term>;
  /** Document id → the terms that it defines or uses. */
  termsByReport: ReadonlyMap<string, readonly Term[]>;
}

/** What the converter wrote, and the indexes by which pages find their part of it. Linear in its size. */
export function indexArchive(content: { records: ReportRecord[]; observations: Observation[]; terms: Term[] }): Archive {
  const { records, observations, terms } = content;
  const reports = records.filter(isReport).sort(byPlaceAndYear);
  const regions = regionTree(reports.map((report) => report.region));
  return {
    records,
    reports,
    articles: records
      .filter((record) => !isReport(record))
      .sort((a, b) => compare(b.deliveredOn ?? '', a.deliveredOn ?? '') || compare(a.id, b.id)),
    byId: new Map(records.map((record) => [record.id, record])),
    reportById: new Map(reports.map((report) => [report.id, report])),
    reportsByRegion: groupBy(reports, (report) => report.region.slug),
    regions,
    roots: [...regions.values()].filter((node) => node.parent === null),
    observations,
    observationsByReport: groupBy(observations, (observation) => observation.report),
    observationsByIndicator: groupBy(
      observations.filter((observation) => observation.indicator !== null),
      (observation) => observation.indicator ?? '',
    ),
    terms,
    termById: new Map(terms.map((term) => [term.id, term])),
    termsByReport: termsByReport(terms),
  };
}

export function isReport(record: ReportRecord): record is Report {
  return record.kind === 'report' && record.region !== null && record.year !== null;
}

function byPlaceAndYear(a: Report, b: Report): number {
  return (
    compare(a.region.code ?? '~', b.region.code ?? '~') || compare(a.region.slug, b.region.slug) || a.year - b.year || compare(a.id, b.id)
  );
}

function termsByReport(terms: readonly Term[]): Map<string, Term[]> {
  const result = new Map<string, Term[]>();
  for (const term of terms) {
    const ids = new Set([...term.definitions, ...term.occurrences].map((place) => place.report));
    for (const id of ids) {
      const list = result.get(id);
      if (list) list.push(term);
      else result.set(id, [term]);
    }
  }
  return result;
}

/** By code unit, so that the order does not depend on the machine's language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
