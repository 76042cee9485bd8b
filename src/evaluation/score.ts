import type { Gold, ScoredObservation, ScoredReport } from '../schemas/gold.ts';
import { indicatorKey, normalName, normalText, normalTitle, qualifier, stem } from './normal.ts';

/** How one report compares with its gold annotation. */
export interface ReportScore {
  slug: string;
  /** No report was made out of the seed. */
  missing: boolean;
  meta: { right: number; of: number; wrong: string[] };
  outline: number;
  /** Null where the report has no glossary. */
  glossary: number | null;
  indicators: { hit: number; of: number; wrong: number; qualifiers: number };
  /** What was missed and what is wrong, as lines for a person. */
  details: string[];
}

export interface Totals {
  meta: number;
  outline: number;
  glossary: number;
  ind_recall: number;
  ind_precision: number;
  qualifier: number;
}

const LEVELS: Readonly<Record<string, string>> = { 国家: 'national', 省: 'province', 市: 'prefecture', 县区: 'county' };

/** Scores one converted report: metadata, F1 of headings of depths 1 and 2 and of the glossary, recall and precision of indicators. */
export function scoreReport(gold: Gold, reports: readonly ScoredReport[], observations: readonly ScoredObservation[]): ReportScore {
  const report = reportOf(gold, reports);
  if (!report) return missing(gold);
  const wrong = metaChecks(gold, report).filter(([, right]) => !right);
  const outline = outlineScore(gold, report);
  const wanted = gold.glossary.map(({ term }) => normalText(term));
  const got = (report.notes ?? []).flatMap(({ term }) => (term ? [normalText(term)] : []));
  const glossary = f1(wanted, got);
  const own = observations.filter((observation) => observation.report === report.id);
  const indicators = indicatorScore(gold, own);
  const total = metaChecks(gold, report).length;
  return {
    slug: gold.slug,
    missing: false,
    meta: { right: total - wrong.length, of: total, wrong: wrong.map(([name]) => name) },
    outline: outline.value,
    glossary: wanted.length > 0 ? glossary.value : null,
    indicators,
    details: [...tell('outline', outline), ...(wanted.length > 0 ? tell('glossary', glossary) : []), ...indicators.details],
  };
}

/** The figures over all reports; means of the F1s, sums of the rest. */
export function totals(scores: readonly ReportScore[]): Totals {
  const sum = (of: (score: ReportScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  const hit = sum(({ indicators }) => indicators.hit);
  const glossaries = scores.flatMap(({ glossary }) => (glossary === null ? [] : [glossary]));
  return {
    meta:
      sum(({ meta }) => meta.right) /
      Math.max(
        1,
        sum(({ meta }) => meta.of),
      ),
    outline: mean(scores.map(({ outline }) => outline)),
    glossary: mean(glossaries),
    ind_recall:
      hit /
      Math.max(
        1,
        sum(({ indicators }) => indicators.of),
      ),
    ind_precision: hit / Math.max(1, hit + sum(({ indicators }) => indicators.wrong)),
    qualifier: sum(({ indicators }) => indicators.qualifiers) / Math.max(1, hit),
  };
}

/** The report that was made out of the gold's seed; of several that of its region. */
function reportOf(gold: Gold, reports: readonly ScoredReport[]): ScoredReport | undefined {
  const seed = stem(gold.seed ?? gold.slug);
  const candidates = reports.filter((report) => stem(report.seed?.path ?? '') === seed && (report.kind ?? 'report') === 'report');
  const { region } = gold;
  const own =
    region && candidates.length > 1
      ? candidates.find((one) => normalText(region).endsWith(normalText(one.region?.name || '?')))
      : undefined;
  return own ?? candidates[0];
}

function missing(gold: Gold): ReportScore {
  const indicators = { hit: 0, of: gold.indicators.length, wrong: 0, qualifiers: 0 };
  return {
    slug: gold.slug,
    missing: true,
    meta: { right: 0, of: 3, wrong: [] },
    outline: 0,
    glossary: gold.glossary.length > 0 ? 0 : null,
    indicators,
    details: [],
  };
}

function metaChecks(gold: Gold, report: ScoredReport): Array<[name: string, right: boolean]> {
  const region = report.region?.name ?? '';
  const checks: Array<[string, boolean]> = [['year', (gold.year ?? null) === (report.year ?? null)]];
  if (gold.region) {
    checks.push(['region', region !== '' && normalText(gold.region).endsWith(normalText(region))]);
    checks.push(['level', (LEVELS[gold.level ?? ''] ?? gold.level ?? null) === (report.region?.level ?? null)]);
  }
  if (gold.delivered_on) checks.push(['deliveredOn', gold.delivered_on === report.deliveredOn]);
  if (gold.speaker) checks.push(['speaker', normalText(gold.speaker) === normalText(report.speaker ?? '')]);
  return checks;
}

interface F1 {
  value: number;
  missed: string[];
  extra: string[];
}

function outlineScore(gold: Gold, report: ScoredReport): F1 {
  const depth = (heading: { level?: number | null | undefined; depth?: number | null | undefined }) => heading.level || heading.depth || 0;
  const key = (heading: Gold['outline'][number]) => `${depth(heading)} ${normalTitle(heading.title)}`;
  const wanted = gold.outline.filter((heading) => depth(heading) <= 2 && !heading.optional).map(key);
  const optional = new Set(gold.outline.filter((heading) => heading.optional).map(key));
  const got = (report.outline ?? []).filter((heading) => depth(heading) <= 2 && !heading.attachment).map(key);
  return f1(wanted, got, optional);
}

/** Harmonic mean of precision and recall of two lists, in which an entry counts as often as it stands. */
function f1(wanted: readonly string[], all: readonly string[], optional: ReadonlySet<string> = new Set()): F1 {
  const got = all.filter((entry) => !optional.has(entry));
  const missed = [...wanted];
  let hit = 0;
  for (const entry of got) {
    const at = missed.indexOf(entry);
    if (at < 0) continue;
    missed.splice(at, 1);
    hit++;
  }
  const precision = got.length > 0 ? hit / got.length : Number(wanted.length === 0);
  const recall = wanted.length > 0 ? hit / wanted.length : 1;
  const value = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { value, missed, extra: got.filter((entry) => !wanted.includes(entry)) };
}

/**
 * An indicator is hit where name, role, period and quantity agree. Precision looks only at observations whose quote overlaps a gold
 * quote; one that differs from gold in nothing but role or period is no error there (the recall shows it).
 */
function indicatorScore(gold: Gold, observations: readonly ScoredObservation[]): ReportScore['indicators'] & { details: string[] } {
  const have = observations.map((observation) => indicatorKey(observation.indicator, resultOrTarget(observation.status), observation));
  const used = new Set<number>();
  const missed: string[] = [];
  let qualifiers = 0;
  for (const wanted of gold.indicators) {
    const key = indicatorKey(wanted.name, wanted.role, wanted);
    const at = have.findIndex((one, index) => one.whole === key.whole && !used.has(index));
    if (at < 0) missed.push(`indicator missed: ${key.whole} ${wanted.quote ?? ''}`);
    else {
      used.add(at);
      qualifiers += Number(qualifier(observations[at]?.qualifier ?? '=') === qualifier(wanted.op));
    }
  }
  const quotes = gold.indicators.flatMap(({ quote }) => (quote ? [normalText(quote)] : []));
  const twins = new Set(gold.indicators.map((one) => indicatorKey(one.name, one.role, one).quantity));
  const extra = observations.filter((observation, index) => {
    const quote = normalText(observation.quote ?? '');
    const overlaps = quote !== '' && quotes.some((one) => one.includes(quote) || quote.includes(one));
    return !used.has(index) && overlaps && !twins.has(have[index]?.quantity ?? '');
  });
  const wrong = extra.map(
    (one) => `indicator wrong: ${normalName(one.indicator)} ${one.status} ${one.period} ${one.value} ${one.unit} ${one.quote}`,
  );
  return { hit: used.size, of: gold.indicators.length, wrong: extra.length, qualifiers, details: [...missed, ...wrong] };
}

function resultOrTarget(status: string | null | undefined): string {
  return status === 'actual' || status === 'estimate' ? 'result' : String(status);
}

function tell(what: string, { missed, extra }: F1): string[] {
  return [...missed.map((entry) => `${what} missed: ${entry}`), ...extra.map((entry) => `${what} extra: ${entry}`)];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
