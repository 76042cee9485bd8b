import type { Observation } from '../schemas/observation.ts';
import type { Sentence } from './sentences.ts';

interface Told {
  observation: Observation;
  sentence: Sentence;
}

const longestLine = 80;
/** 今年经济社会发展主要预期目标是 */
const mainTargets = /(?:预期|主要|发展|奋斗|工作)[^,。;]{0,12}(?:目标|指标)|增长目标/;

/** The observations of the headline sentences: the results of the review's year, the main targets of the plan's. */
export function headlines(told: readonly Told[], year: number | null): ReadonlySet<Observation> {
  const marked = new Set<Observation>();
  if (year === null) return marked;
  const groups = bySentence(told);
  const results = resultsOf(groups, year - 1);
  const targets = groups.findIndex(
    (group) => group.some((one) => isPromised(one, year)) && mainTargets.test(group[0]?.sentence.text ?? ''),
  );
  const product = groups.findIndex((group) => group.some((one) => isPromised(one, year) && isGrossProduct(one)));
  const list = groups.findIndex((_, i) => isList(groups, i, year));
  for (const [first, wanted] of [
    [results, year - 1],
    [targets >= 0 ? targets : product, year],
    [list === targets ? -1 : list, year],
  ] as const) {
    const more = wanted === year && first >= 0 ? lines(groups, first, year) : [];
    for (const group of [...following(groups, first, wanted), ...more])
      for (const one of group) if (isYears(one, wanted)) marked.add(one.observation);
  }
  return marked;
}

/** A list of targets, one a line, that begins with the product, and whose announcement holds no figure: ——地区生产总值增长8%; */
function isList(groups: readonly Told[][], first: number, year: number): boolean {
  const group = groups[first] ?? [];
  if (!group[0]?.sentence.text.startsWith('——') || !group.some((one) => isPromised(one, year) && isGrossProduct(one))) return false;
  return lines(groups, first, year).length >= 3;
}

/** The sentence that tells the growth of the whole region's product; else the one that tells its level. */
function resultsOf(groups: readonly Told[][], year: number): number {
  const told = (growth: boolean) =>
    groups.findIndex((group) =>
      group.some((one) => isYears(one, year) && isGrossProduct(one) && (one.observation.measure === 'growth') === growth),
    );
  const growth = told(true);
  return growth >= 0 ? growth : told(false);
}

function isYears({ observation }: Told, year: number): boolean {
  return observation.period === year && !observation.scope;
}

function isPromised(one: Told, year: number): boolean {
  return isYears(one, year) && one.observation.status === 'target';
}

function isGrossProduct({ observation }: Told): boolean {
  return observation.indicator === '地区生产总值' && observation.scope === undefined;
}

function bySentence(told: readonly Told[]): Told[][] {
  const groups: Told[][] = [];
  let last: Sentence | undefined;
  for (const one of told) {
    if (one.sentence === last) groups.at(-1)?.push(one);
    else groups.push([one]);
    last = one.sentence;
  }
  return groups;
}

/** The sentence at `first`, and those after it in its block that go on with the list: 城镇登记失业率控制在3%以内。 */
function following(groups: readonly Told[][], first: number, year: number): Told[][] {
  const head = groups[first];
  if (!head) return [];
  const rest: Told[][] = [head];
  for (const group of groups.slice(first + 1, first + 7)) {
    const [one] = group;
    if (!one || one.sentence.index !== head[0]?.sentence.index) break;
    const lead = one.sentence.text.indexOf(one.observation.label.slice(0, 2));
    const promised = isPromised(one, year);
    const several = group.filter((told) => isYears(told, year)).length > 1;
    if (!(promised && (several || (lead >= 0 && lead <= 8))) && !(several && lead >= 0 && lead <= 8)) break;
    rest.push(group);
  }
  return rest;
}

/** Targets that are told one a line: ——出口总额226亿美元,增长3%; */
function lines(groups: readonly Told[][], first: number, year: number): Told[][] {
  const rest: Told[][] = [];
  // A sentence that tells all the targets needs no lines after it.
  const whole = mainTargets.test(groups[first]?.[0]?.sentence.text ?? '');
  let index = groups[first]?.[0]?.sentence.index ?? 0;
  for (const group of groups.slice(first + 1)) {
    const [one] = group;
    // One target of the list may hold no figure: ——居民收入与经济同步增长;
    if (!one || one.sentence.index > index + (rest.length > 0 ? 2 : 1) || one.sentence.block.text.length > longestLine) break;
    if (whole && one.sentence.block.type !== 'item' && !one.sentence.text.startsWith('——')) break;
    if (one.sentence.index === index + 1 || rest.length > 0) rest.push(group.filter((told) => isPromised(told, year)));
    index = one.sentence.index;
  }
  return rest;
}
