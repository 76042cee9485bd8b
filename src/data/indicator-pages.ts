import type { Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import { archive } from './archive.ts';
import { dictionary } from './dictionary.ts';
import { groupBy } from './group-by.ts';
import { indicatorSeries, type Point, type Series } from './indicator-series.ts';

/** An indicator that the archive has figures of. */
export interface IndicatorPage {
  indicator: Indicator;
  observations: readonly Observation[];
  path: string;
}

/** /indicators/gdp/; an indicator that the dictionary lacks breaks the build, since its page would lack a definition. */
export function indicatorPath(name: string): string {
  return `/indicators/${known(name).slug}/`;
}

/** In the order of the dictionary. */
export function indicatorPages(): IndicatorPage[] {
  const { observationsByIndicator } = archive();
  for (const name of observationsByIndicator.keys()) known(name);
  return [...dictionary().values()].flatMap((indicator) => {
    const observations = observationsByIndicator.get(indicator.name);
    return observations ? [{ indicator, observations, path: indicatorPath(indicator.name) }] : [];
  });
}

/** One table of places and years stays readable and light up to here; beyond, each year has a page of its own. */
export function isPagedByYear(series: Series): boolean {
  return new Set(series.points.map((point) => point.region)).size > 60;
}

/** The points of each year of the series that are paged, newest year first. */
export function indicatorYears({ observations }: IndicatorPage): { year: number; series: Series[] }[] {
  const paged = indicatorSeries(archive(), observations).filter(isPagedByYear);
  const years = groupBy(
    paged.flatMap((series) => series.points.map((point) => ({ series, point }))),
    ({ point }) => point.year,
  );
  return [...years].sort(([a], [b]) => b - a).map(([year, items]) => ({ year, series: ofYear(items) }));
}

function ofYear(items: readonly { series: Series; point: Point }[]): Series[] {
  return [...groupBy(items, (item) => item.series)].map(([series, group]) => ({ ...series, points: group.map((item) => item.point) }));
}

function known(name: string): Indicator {
  const indicator = dictionary().get(name);
  if (!indicator)
    throw new Error(`observations.json names the indicator ${name}, which seeds/indicators.yml lacks: add it there, or convert again`);
  return indicator;
}
