import type { Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import { groupBy } from './group-by.ts';
import { judge, type Verdict } from './judge.ts';
import { inUnit } from './scale-unit.ts';

/** A report with its observations. */
export interface Told {
  year: number | null;
  observations: readonly Observation[];
}

/** The target of a year, from the report of that year, beside its result, from the report of the next. */
export interface Pair {
  year: number;
  /** Canonical name; null for a commitment. */
  indicator: string | null;
  target: Observation;
  result: Observation;
  /** Null for commitments: that both sentences speak of one thing is a suggestion. */
  verdict: Verdict | null;
}

/** 同口径增长, 剔除留抵退税因素: said of one figure and not of the other, they cannot be compared. */
const basis = /同口径|可比口径|剔除|剔出|扣除|还原|不含|自然口径|按可比/;

/**
 * The pairs of one region's reports, by year. Canonical indicators of the whole region are judged; commitments are paired where
 * object and unit agree in exactly one sentence of each report.
 */
export function pairing(reports: readonly Told[], dictionary: ReadonlyMap<string, Indicator>): Pair[] {
  // Two reports of one year (one of them after an election) tell of it together.
  const byYear = groupBy(
    reports.filter(({ year }) => year !== null),
    ({ year }) => Number(year),
  );
  const all = (year: number): Observation[] => byYear.get(year)?.flatMap(({ observations }) => [...observations]) ?? [];
  return [...byYear.keys()]
    .sort((a, b) => a - b)
    .flatMap((year) => {
      const targets = all(year).filter((o) => o.status === 'target' && o.period === year && !o.scope);
      const results = all(year + 1).filter((o) => o.status !== 'target' && o.period === year && !o.scope);
      return [...ofIndicators(year, targets, results, dictionary), ...ofCommitments(year, targets, results)];
    });
}

function ofIndicators(
  year: number,
  targets: readonly Observation[],
  results: readonly Observation[],
  dictionary: ReadonlyMap<string, Indicator>,
): Pair[] {
  const found = groupBy(
    results.filter((o) => o.indicator !== null),
    (o) => o.indicator,
  );
  const promised = groupBy(
    targets.filter((o) => o.indicator !== null),
    (o) => `${o.indicator}\n${o.measure}`,
  );
  return [...promised.values()].flatMap((group) => {
    const target = chosen(group);
    const indicator = dictionary.get(target?.indicator ?? '');
    if (!target || !indicator) return [];
    const all = found.get(indicator.name) ?? [];
    const same = all.filter((o) => o.measure === target.measure);
    const result = chosen(same.length > 0 ? same : all);
    return result ? [{ year, indicator: indicator.name, target, result, verdict: compare(target, result, group, same, indicator) }] : [];
  });
}

/** The headline figure, else the first. */
function chosen(group: readonly Observation[]): Observation | null {
  return group.find(({ headline }) => headline) ?? group[0] ?? null;
}

function compare(
  target: Observation,
  result: Observation,
  targets: readonly Observation[],
  results: readonly Observation[],
  indicator: Indicator,
): Verdict {
  const against = (reason: string): Verdict => ({ kind: 'not-comparable', reason });
  if (result.measure !== target.measure) return against('目标和结果说的不是同一种数(增速、总量或比重)');
  const value = inUnit(result.value, result.unit, target.unit);
  if (value === null) return against('单位不同');
  if (severalValues(targets, target) || severalValues(results, result)) return against('原文给出了几个不同的数');
  if (basis.test(target.quote) !== basis.test(result.quote)) return against('统计口径不同');
  if (indicator.broad && bare(target.label) !== bare(result.label)) return against('原文的叫法不同,口径可能不同');
  const high = result.valueHigh === undefined ? undefined : (inUnit(result.valueHigh, result.unit, target.unit) ?? undefined);
  return judge(target, { qualifier: result.qualifier, value, ...(high !== undefined && { valueHigh: high }) }, indicator.better);
}

/** Another figure of the same rank says something else. */
function severalValues(group: readonly Observation[], one: Observation): boolean {
  return group.some((o) => o.headline === one.headline && inUnit(o.value, o.unit, one.unit) !== one.value);
}

/** 辖区税收, 全区税收 → 税收 */
function bare(label: string): string {
  return label.replace(/^(?:全|本|辖|我)[国省市区县州]|总额$|收入$/g, '');
}

/** The promise and the result that speak of the same object in the same unit, where each report has exactly one of them. */
function ofCommitments(year: number, targets: readonly Observation[], results: readonly Observation[]): Pair[] {
  const promised = groupBy(targets.filter(isCommitment), key);
  const done = groupBy(results.filter(isCommitment), key);
  return [...promised].flatMap(([name, [target, ...more]]) => {
    const [result, ...others] = done.get(name) ?? [];
    if (!target || !result || more.length > 0 || others.length > 0) return [];
    return [{ year, indicator: null, target, result, verdict: null }];
  });
}

function isCommitment({ indicator, object, measure }: Observation): boolean {
  return indicator === null && object !== undefined && object.length > 2 && (measure === 'level' || measure === 'cumulative');
}

function key({ object, unit, measure }: Observation): string {
  return `${object?.replace(/[“”"]/g, '')}\n${unit.replace(/^[万亿]+/, '')}\n${measure}`;
}
