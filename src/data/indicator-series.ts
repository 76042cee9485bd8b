import type { Observation } from '../schemas/observation.ts';
import { groupBy } from './group-by.ts';
import type { Archive, Report } from './index-archive.ts';
import { baseQuantity, inUnit } from './scale-unit.ts';

/** What a region reached and had promised in one year, in the unit of the series. */
export interface Point {
  region: string;
  year: number;
  result: Figure | null;
  target: Figure | null;
}

export interface Figure {
  observation: Observation;
  report: Report;
  /** In the unit of the series. */
  value: number;
}

/** Figures that can stand on one axis: same indicator, same measure, same unit. */
export interface Series {
  indicator: string;
  measure: Observation['measure'];
  unit: string;
  /** By region in the order of the regions, then by year. */
  points: Point[];
}

const measureOrder: Observation['measure'][] = ['growth', 'share', 'level', 'change', 'cumulative', 'avg_growth'];

/**
 * The series of `observations`, growth first. Figures of a single year and of the whole region only: a scope, a span of years
 * or another unit (亿美元 beside 亿元) makes them another thing.
 */
export function indicatorSeries(archive: Archive, observations: readonly Observation[]): Series[] {
  const usable = observations.filter((o) => o.indicator !== null && o.scope === undefined && typeof o.period === 'number');
  const groups = groupBy(usable, (o) => `${o.indicator}\n${o.measure}\n${baseQuantity(1, o.unit).unit}`);
  return [...groups.values()].map((group) => series(archive, group)).sort((a, b) => rank(a) - rank(b));
}

/** The series of one region, those with most headline figures first. */
export function regionSeries(archive: Archive, slug: string): Series[] {
  const reports = archive.reportsByRegion.get(slug) ?? [];
  const all = indicatorSeries(
    archive,
    reports.flatMap((report) => archive.observationsByReport.get(report.id) ?? []),
  );
  return all.sort((a, b) => headlines(b) - headlines(a) || b.points.length - a.points.length);
}

/** The points of each region, in the order of the regions. */
export function pointsByRegion({ points }: Series): Map<string, Point[]> {
  return groupBy(points, (point) => point.region);
}

function headlines({ points }: Series): number {
  return points.filter(({ result, target }) => result?.observation.headline || target?.observation.headline).length;
}

function rank(series: Series): number {
  return measureOrder.indexOf(series.measure);
}

function series(archive: Archive, group: readonly Observation[]): Series {
  const unit = commonUnit(group);
  const figures = group.flatMap((observation) => figure(archive, observation, unit));
  const places = groupBy(figures, (f) => `${f.report.region.slug}\n${f.observation.period}`);
  const order = new Map([...archive.regions.keys()].map((slug, index) => [slug, index]));
  const points = [...places.values()].map(point).filter((p) => p.result !== null || p.target !== null);
  points.sort((a, b) => (order.get(a.region) ?? 0) - (order.get(b.region) ?? 0) || a.year - b.year);
  const first = group[0];
  return { indicator: first?.indicator ?? '', measure: first?.measure ?? 'level', unit, points };
}

function figure(archive: Archive, observation: Observation, unit: string): Figure[] {
  const report = archive.reportById.get(observation.report);
  const value = inUnit(observation.value, observation.unit, unit);
  return report && value !== null ? [{ observation, report, value }] : [];
}

/** A result counts as stated a year later, a target as stated in its own year; other mentions only where these are missing. */
function point(figures: readonly Figure[]): Point {
  const first = figures[0];
  const year = Number(first?.observation.period);
  return {
    region: first?.report.region.slug ?? '',
    year,
    result: best(
      figures.filter((f) => f.observation.status !== 'target'),
      year + 1,
    ),
    target: best(
      figures.filter((f) => f.observation.status === 'target'),
      year,
    ),
  };
}

function best(figures: readonly Figure[], reportYear: number): Figure | null {
  const score = (f: Figure) => Number(f.report.year === reportYear) * 2 + Number(f.observation.headline);
  return figures.reduce<Figure | null>((chosen, f) => (chosen === null || score(f) > score(chosen) ? f : chosen), null);
}

/** The unit that most figures are printed in. */
function commonUnit(group: readonly Observation[]): string {
  const counts = [...groupBy(group, (o) => o.unit)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? '';
}
