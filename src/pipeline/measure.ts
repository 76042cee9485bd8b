import type { Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Quantity } from '../text/quantity.ts';
import type { Lexicon } from './lexicon.ts';

export interface Measured {
  measure: Observation['measure'];
  sign: 1 | -1;
}

/** Units that measure one thing. */
const families: RegExp[] = [
  /元|币/,
  /人次|^人\/次|户次|车次/,
  /^[人名口位]$/,
  /斤|吨(?!煤|标)|克$/,
  /亩|公顷|平方/,
  /[户家个]$/,
  /千瓦时|度电/,
  /千瓦|兆瓦|吉瓦/,
  /箱|TEU/,
  /^微克/,
  /^立方米$|^吨$/,
];
const rate = /[%‰成]/;

/** 商事主体累计达|31万户 */
export const totalled = /累计(?:已|共)?达到?$/;

/** 的增长, 高速增长: a movement behind the figure. */
const growthBehind = /^的?(?:高速|较快|快速|同比|平均|年均)?(增长|增速|增幅|涨幅|速度(?:递增|增长)|下降|降幅)/;

/**
 * What a figure of `indicator` measures, from the words between it and the figure (同比增长) and those behind
 * (的增长); null where figure and indicator do not fit: GDP12%.
 */
export function measureOf(
  indicator: Indicator | null,
  quantity: Quantity,
  predicate: string,
  behind: string,
  lex: Lexicon,
): Measured | null {
  if (indicator && /新增|净增/.test(predicate) && !/新增|就业/.test(indicator.name) && !rate.test(quantity.unit)) {
    return unitFits(quantity.unit, indicator) ? { measure: 'change', sign: 1 } : null;
  }
  const movement = movementOf(predicate, behind, lex);
  // 降幅收窄2个百分点 is a rise.
  const sign = movement === 'fall' && !narrowed.test(predicate) ? -1 : 1;
  const wide = span(predicate);
  // 增速提高2个百分点 is said of the rate.
  if (quantity.unit === '个百分点' && indicator && /增速|增幅|涨幅|增长率/.test(predicate)) return null;
  if (quantity.unit === '个百分点') return movement ? { measure: 'change', sign } : null;
  if (quantity.unit === '番' || quantity.unit === '倍')
    return movement || quantity.unit === '番' ? { measure: (quantity.unit === '倍' && wide) || 'growth', sign } : null;
  // 研发投入占GDP比重|增长40% is a rate, 提高1.2% are points.
  if (indicator?.kind === 'share' && quantity.unit === '%' && /增长$/.test(predicate)) return { measure: wide ?? 'growth', sign };
  if (rate.test(quantity.unit)) return ratio(indicator, movement, sign, wide);
  if (indicator && !unitFits(quantity.unit, indicator)) return null;
  if ((movement && !/[至到达]$/.test(predicate)) || /增量/.test(predicate)) return { measure: 'change', sign };
  // 商事主体累计达31万户 is a stock.
  const stock = indicator?.kind === 'count' && totalled.test(predicate) && !/新增|就业/.test(indicator.name);
  return { measure: wide === 'cumulative' && !stock ? 'cumulative' : 'level', sign: 1 };
}

function ratio(
  indicator: Indicator | null,
  movement: 'rise' | 'fall' | null,
  sign: 1 | -1,
  wide: Measured['measure'] | null,
): Measured | null {
  if (indicator?.kind === 'growth') return { measure: wide ?? 'growth', sign };
  if (indicator?.kind === 'share')
    return movement ? { measure: 'change', sign } : { measure: indicator.better === 'down' ? 'level' : 'share', sign: 1 };
  if (movement) return { measure: wide ?? 'growth', sign };
  return indicator ? null : { measure: 'share', sign: 1 };
}

/** 年均增长, 累计增长 */
function span(predicate: string): 'avg_growth' | 'cumulative' | null {
  // 办理时限平均压缩50% is said of things, not of years.
  if (/年均(?!分红|浓度|气温)|年平均|平均每年|平均(?=增|递增|提高|上升|下降)/.test(predicate)) return 'avg_growth';
  return /累计|比\d{4}年/.test(predicate) ? 'cumulative' : null;
}

/** 新增, 增加值, 压减率达89.2%, 社保降费31.5亿元: no movement. */
const still = /新增|净增|增加值|增量|增值|自然增长率|(?:压减|压缩|缩减|削减|精简|减少)率|降费|降本|可降解|增长(?=的?贡献率)/g;
/** 降至, 提高到: a level is told; not by 增速达到. */
const arrival = /^(?:增|提|上升|升|扩|下降|下滑|降|减|压|缩|攀|跃|回|收).*[至到为]$/;

const narrowed = /[降减跌]幅[^,;]{0,3}(?:收窄|缩小)/;

function movementOf(predicate: string, behind: string, lex: Lexicon): 'rise' | 'fall' | null {
  const words =
    predicate
      .replace(/“[^”]*”/g, '')
      .replace(still, '')
      .match(lex.movement) ?? [];
  if (arrival.test(words.at(-1) ?? '')) return null;
  const last = words.filter((word) => lex.rise.has(word) || lex.fall.has(word)).at(-1);
  const word = last ?? growthBehind.exec(behind)?.[1];
  if (!word) return null;
  return lex.fall.has(word) || /降/.test(word) ? 'fall' : 'rise';
}

/** 亿元 fits an indicator in 亿美元, 万吨 one in 亿斤; 个 does not fit one in 亿元. */
export function unitFits(unit: string, indicator: Indicator): boolean {
  const [one, other] = [base(unit), base(indicator.unit)];
  if (one === other || one === '') return true;
  return families.some((family) => family.test(one) && family.test(other));
}

function base(unit: string): string {
  return unit.replace(/^[百千]?[万亿]{0,2}/, '').split('/')[0] ?? '';
}

/** The figure in the indicator's magnitude lies in its plausible range; only equal units are compared. */
export function plausible(indicator: Indicator, quantity: Quantity, { measure }: Measured): boolean {
  if (measure === 'growth' || measure === 'avg_growth') return quantity.value < (indicator.kind === 'growth' ? indicator.range[1] : 1000);
  if (measure === 'change' || measure === 'cumulative') return true;
  const ours = magnitude(quantity.unit);
  const theirs = magnitude(indicator.unit);
  if (base(quantity.unit) !== base(indicator.unit)) return true;
  const value = (quantity.value * ours) / theirs;
  return value >= indicator.range[0] && value <= indicator.range[1];
}

function magnitude(unit: string): number {
  const word = /^[百千]?[万亿]{0,2}/.exec(unit)?.[0] ?? '';
  return [...word].reduce((product, character) => product * ({ 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }[character] ?? 1), 1);
}
