import type { Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import { archive } from './archive.ts';
import { dictionary } from './dictionary.ts';

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

function known(name: string): Indicator {
  const indicator = dictionary().get(name);
  if (!indicator)
    throw new Error(`observations.json names the indicator ${name}, which seeds/indicators.yml lacks: add it there, or convert again`);
  return indicator;
}
