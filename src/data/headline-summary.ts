import type { Observation } from '../schemas/observation.ts';
import { groupBy } from './group-by.ts';

/** A line of the table at the top of a report: what was reached beside what is planned. */
export interface SummaryRow {
  /** Canonical name, or null. */
  indicator: string | null;
  /** What the line is called: the canonical name, or the phrase as printed. */
  name: string;
  /** A part of the region that the figures are limited to. */
  scope: string | null;
  /** Results of the year before the report's, growth before level. */
  results: Observation[];
  /** Targets of the report's year. */
  targets: Observation[];
  /** Headline figures of any other period: 五年来, 到2025年. */
  others: Observation[];
}

const measureOrder: Observation['measure'][] = ['growth', 'level', 'share', 'change', 'avg_growth', 'cumulative'];

/** The headline figures of the report of `year`, one row an indicator, in the order of the text; rows with a result and a target first. */
export function headlineSummary(observations: readonly Observation[], year: number): SummaryRow[] {
  const headlines = observations.filter((observation) => observation.headline);
  const groups = groupBy(headlines, (observation) => `${observation.indicator ?? observation.label}\n${observation.scope ?? ''}`);
  const rows = [...groups.values()].map((group) => summaryRow(group, year));
  return [...rows.filter(isComplete), ...rows.filter((row) => !isComplete(row))];
}

function isComplete(row: SummaryRow): boolean {
  return row.results.length > 0 && row.targets.length > 0;
}

function summaryRow(group: Observation[], year: number): SummaryRow {
  const results = group.filter((observation) => observation.status !== 'target' && observation.period === year - 1);
  const targets = group.filter((observation) => observation.status === 'target' && observation.period === year);
  const first = group[0];
  return {
    indicator: first?.indicator ?? null,
    name: first?.indicator ?? first?.label ?? '',
    scope: first?.scope ?? null,
    results: inMeasureOrder(results),
    targets: inMeasureOrder(targets),
    others: inMeasureOrder(group.filter((observation) => !results.includes(observation) && !targets.includes(observation))),
  };
}

function inMeasureOrder(observations: Observation[]): Observation[] {
  return [...observations].sort((a, b) => measureOrder.indexOf(a.measure) - measureOrder.indexOf(b.measure));
}

/** What of a row stands on an axis that unlike indicators share: its rates of growth, never a share (失业率5%) or a change. */
export function growthOf({ results, targets }: Pick<SummaryRow, 'results' | 'targets'>): { result: number | null; target: number | null } {
  return { result: growth(results), target: growth(targets) };
}

function growth(figures: readonly Observation[]): number | null {
  return figures.find((figure) => figure.unit === '%' && figure.measure === 'growth')?.value ?? null;
}
