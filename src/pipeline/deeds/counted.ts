import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Measured } from '../measure.ts';
import { attributed } from './asides.ts';
import { type CountedNoun, countedNoun } from './counted-noun.ts';
import { nounOf } from './measured-noun.ts';
import { predicateOnly } from './predicate.ts';
import type { Recipients } from './recipients.ts';
import { leadingPredicate } from './share.ts';
import { sharedHead } from './shared-head.ts';
import { allWords, type Before, type Deed, duration, sameUnit, type Told } from './told.ts';
import { verbPhrase } from './verb-phrase.ts';
import { bareOf } from './words.ts';

/** 为|116家|企业解决困难 */
export function ofRecipients({ noun, verb, end }: Recipients, measured: Measured, { clause, quantity }: Loose, lex: Lexicon): Deed | null {
  const object = duration.test(quantity.unit) || /[%元]$/.test(quantity.unit) ? null : nounOf(noun, lex);
  return object ? { verb, object, ...measured, from: clause.from, to: end } : null;
}

/** 62个年度污染防治项目|全面完成; 推动|16处|公交场站规划建设 */
export function ofPredicate({ loose, behind, measured, before: { last } }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause, until, joined } = loose;
  if (joined || duration.test(quantity.unit) || measured.measure === 'share' || quantity.unit.endsWith('元')) return null;
  const noun = countedNoun(behind, null, lex);
  // 3226家C店实现交易额|1560亿元
  if (noun?.verb && /\d/.test(clause.text[until] ?? '') && !/[前第]$/.test(behind)) return null;
  const verb = noun?.verb ?? pushing.exec(allWords(loose))?.[1];
  const object = withHead(noun, verb ?? '', loose, lex);
  if (!object) return ofThem(loose, behind, measured, last, lex);
  const told = noun?.verb ? 'behind' : verb ? undefined : 'ahead';
  return { ...(verb && { verb }), object, ...(told && { told }), ...measured, from: clause.from, to: until };
}

/** 筹建住房1500套,|1024套|交付使用; 2人|当选院士 */
function ofThem({ quantity, clause, until }: Loose, behind: string, measured: Measured, last: Before['last'], lex: Lexicon): Deed | null {
  const verb = predicateOnly(behind, lex) ?? leadingPredicate(behind, lex);
  const object = sameUnit(quantity.unit, last?.[0].quantity.unit) ? last?.[1].object : undefined;
  const named = object !== undefined || /人$/.test(quantity.unit);
  return verb && named ? { verb, ...(object ? { object } : { label: behind }), ...measured, from: clause.from, to: until } : null;
}

/** What is counted, with what the last member of its list says for it: 推进2所|高中|、9所学校|改造 */
export function withHead(noun: CountedNoun | null, verb: string, loose: Loose, lex: Lexicon): string | undefined {
  return noun ? noun.noun + (noun.verb ? '' : sharedHead(noun.noun, verb, loose, lex)) : undefined;
}

/** 组建总规模|1000亿元|的产业投资基金, 总投资|24.4亿元|的延长线项目获批: how much was done is told by an attribute. */
export function described({ clause, quantity, until }: Loose, words: string, behind: string, lex: Lexicon): Deed | null {
  const told = attributed.exec(words);
  if (!told || clause.text[quantity.end] !== '的') return null;
  const before = bareOf(words.slice(0, told.index), lex);
  const phrase = verbPhrase(before, false, lex);
  const lead = phrase?.end === before.length ? phrase.verb : null;
  const noun = countedNoun(behind.replace(/(?<=.{2})等.*$/, ''), lead, lex);
  const verb = lead ?? noun?.verb;
  return noun && verb ? { verb, object: noun.noun, measure: 'level', sign: 1, from: clause.from, to: until } : null;
}

/** 推动|基金返投项目5个: what only pushes a deed stands for it where none is told. */
export const pushing = /^(?:继续|全力|积极|大力|着力)?(推动|加快|推进|支持|加强|统筹|争取(?!新))/;

/** 打造7个|产值超千亿元的|产业集群 */
const valued = /^(?:年)?(?:产值|营收|营业收入|销售收入|投资|税收|市值)(?:超过?|达到?)?$/;

/** 改造80个|老旧小区: the noun that is counted stands behind. */
export function nounBehind(loose: Loose, behind: string, told: string | null, lex: Lexicon): CountedNoun | null {
  const { quantity, clause, until } = loose;
  if (valued.test(behind) && /[\d千百超过达]/.test(clause.text[until] ?? '')) {
    const noun = /^\d*[千百十]?[万亿]+元(?:以上)?的?([^\d,;:。、]{2,20})/.exec(
      clause.text.slice(until).replace(/^(?:超过?|达到?)/, ''),
    )?.[1];
    return noun ? countedNoun(noun, told, lex) : null;
  }
  // 14项|32类|执法信息
  const twice = /[项个类]$/.test(quantity.unit)
    ? /^\d+(?:大?类|[条项个])([^\d,;:。、]{2,16})/.exec(behind || clause.text.slice(until))
    : null;
  if (twice) return countedNoun(twice[1] as string, told, lex);
  // 40个|吸引力强、带动面广的|消费场景
  const attributes = /[强广好高大优新足全快多美旺]$/.test(behind)
    ? /^、[^,;:。、的\d]{2,10}的([^,;:。、\d]{2,16})/.exec(clause.text.slice(until))
    : null;
  if (attributes) return countedNoun(attributes[1] as string, told, lex);
  const words = allWords(loose);
  const joint = /[和及与、]$/.test(words);
  const asked = told !== null && behind.length > 1 && quantity.unit !== '%' && lex.verbs.all(words).at(-1)?.end === words.length;
  const measures = /[%元番倍成]|百分点|吨|千瓦|TEU/.test(quantity.unit);
  return measures && !joint && !asked ? null : countedNoun(behind, told, lex);
}
