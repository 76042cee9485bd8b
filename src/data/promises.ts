import type { Indicator } from '../schemas/indicator.ts';
import { groupBy } from './group-by.ts';
import type { Archive } from './index-archive.ts';
import { type Pair, pairing } from './pairing.ts';

/** What a region promised for a year beside what its next report says was reached. */
export interface YearOfPromises {
  year: number;
  /** Judged, in the order of the text. */
  indicators: Pair[];
  /** Suggestions: the same object in the same unit. */
  commitments: Pair[];
}

/** Newest year first. */
export function promises(archive: Archive, slug: string, dictionary: ReadonlyMap<string, Indicator>): YearOfPromises[] {
  const reports = archive.reportsByRegion.get(slug) ?? [];
  const told = reports.map(({ id, year }) => ({ year, observations: archive.observationsByReport.get(id) ?? [] }));
  const years = groupBy(pairing(told, dictionary), (pair) => pair.year);
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, pairs]) => ({
      year,
      indicators: pairs.filter((pair) => pair.indicator !== null),
      commitments: pairs.filter((pair) => pair.indicator === null),
    }));
}
