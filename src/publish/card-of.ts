import { figureWords } from '../data/figure-words.ts';
import { headlineSummary } from '../data/headline-summary.ts';
import type { Report } from '../data/index-archive.ts';
import type { Observation } from '../schemas/observation.ts';
import type { ShareCard } from './share-card.ts';

/** The share card of a report: place, year, and three figures of its headlines, results before targets. */
export function cardOf(
  report: Report,
  observations: readonly Observation[],
  config: { title: string; accent: { light: string } },
): ShareCard {
  const figures = headlineSummary(observations, report.year)
    .flatMap(({ name, results, targets }) => ((results[0] ?? targets[0]) ? [{ name, value: valueWords(results[0], targets[0]) }] : []))
    .filter(({ name }) => name.length <= 14)
    .slice(0, 3);
  return {
    heading: report.region.fullName,
    line: `${report.year}年政府工作报告`,
    figures,
    archive: config.title,
    accent: config.accent.light,
  };
}

function valueWords(result: Observation | undefined, target: Observation | undefined): string {
  if (result) return figureWords(result);
  return target ? `目标${figureWords(target)}` : '';
}
