import type { Lexicon } from '../lexicon.ts';
import { countedNoun } from './counted-noun.ts';
import { nounOf } from './measured-noun.ts';
import { carrying } from './predicate.ts';
import { type Deed, endOf, measuring, movement, rated, reachedBy, type Told } from './told.ts';

/** 带动|销售额增长 */
const bringing = /^(?:守住|安排|带动|推动|促进|拉动|实现|完成(?!率)|保持|确保|达到|助力|做到)/;

/** 每万人全科医生数达|5.7名, 平均处置时间仅|14分钟: a verb inside is part of the name. */
export function ofLevel({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const to = reachedBy.exec(words);
  const object = nounOf(to ? words.slice(0, to.index) : words, lex);
  const verb = to?.groups?.verb;
  return object ? { ...(verb && { verb }), object, ...measured, from: loose.clause.from, to: loose.quantity.end } : null;
}

/** 危险废物处置能力|提高到|14万吨 */
export function reached({ loose, words, behind, measured }: Told, lex: Lexicon): Deed | null {
  const to = reachedBy.exec(words);
  if (!to || !/level|share/.test(measured.measure)) return null;
  // 试点扩大到|20个|省
  const counts = /[个家所项]$/.test(loose.quantity.unit) ? countedNoun(behind, to[0], lex)?.noun : undefined;
  const object = counts ?? nounOf(words.slice(0, to.index), lex);
  return object ? { verb: to.groups?.verb ?? '', object, ...measured, from: loose.clause.from, to: endOf(loose, object) } : null;
}

/** 高技术制造业总产值|增长|46.7%, 实现|网上申办率|90%以上 */
export function moved({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  // 完成林分优化提升26万亩 is a deed.
  if (carrying.test(words) && !/%|百分点|番/.test(quantity.unit)) return null;
  const moves = /growth|change/.test(measured.measure) || (measured.measure === 'cumulative' && quantity.unit === '%');
  const told = measuring.test(words) ? measuring : /(?:实现|保持)$/;
  if (moves ? !told.test(words) && quantity.unit !== '番' : measured.measure !== 'share') return null;
  const object = nounOf((moves ? words.replace(told, '') : words).replace(bringing, ''), lex);
  if (!object || ((measured.measure === 'share' || quantity.unit === '个百分点') && !rated.test(object))) return null;
  return { ...(moves && { verb: movement(words, measured.sign) }), object, ...measured, from: clause.from, to: quantity.end };
}
