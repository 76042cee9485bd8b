import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Measured } from '../measure.ts';
import { nounBehind, pushing, withHead } from './counted.ts';
import type { CountedNoun } from './counted-noun.ts';
import { nounOf } from './measured-noun.ts';
import { bare } from './owner.ts';
import { carrying, predicateOnly } from './predicate.ts';
import { allWords, type Deed, endOf, isLevel, measuring, movements, rated, sameUnit, type Told } from './told.ts';
import { type VerbPhrase, verbPhrase } from './verb-phrase.ts';
import { isName } from './words.ts';

/** 新增停车位5856个, 改造80个老旧小区, 减少审批事项54%; 新建公寓500套、供应300套 */
export function done(told: Told, lex: Lexicon): Deed | null {
  const { loose, words, behind, measured } = told;
  // 开展辖区|33条道路改造: the region is no object.
  const core = behind === '' ? words : words.replace(lex.own, '');
  const phrase = verbPhrase(core, behind !== '', lex);
  if (!phrase || isName(phrase, words, lex)) return null;
  // 实施保障|覆盖2万人的工程
  if (phrase.start > 0 && phrase.end === words.length && !/^[为向对给]/.test(words) && loose.clause.text[loose.quantity.end] === '的')
    return null;
  const things = measured.measure === 'change' && loose.quantity.unit !== '个百分点';
  const plain: Measured = things ? { measure: 'level', sign: 1 } : measured;
  const clause = { from: loose.clause.from, to: loose.quantity.end, ...plain };
  const carriedOut = completed(words, phrase, lex);
  if (carriedOut) return { ...carriedOut, ...clause };
  const inName = phrase.start > 0 && lex.nominal.has(phrase.verb);
  const noun = nounBehind(loose, behind, inName ? null : phrase.verb, lex);
  const paid = phrase.end === words.length ? spentOn(loose, lex) : null;
  const object = paid ?? withHead(noun, phrase.verb, loose, lex) ?? objectBefore(told, phrase, lex);
  if (!object && saysAll(phrase, words, loose.quantity.unit) && /level|cumulative/.test(measured.measure))
    return { verb: (/人$/.test(loose.quantity.unit) ? predicateOnly(behind, lex) : undefined) ?? phrase.verb, label: words, ...clause };
  if (!object || (plain.measure === 'share' && !rated.test(object))) return null;
  const verb = ownVerbOf(noun, phrase, words, lex) ?? printedVerb(loose, phrase, words);
  // 争取私募基金管理规模突破1200亿元
  const pushes = isLevel(loose, words) && pushingAlone.test(verb) && /[额值量率数模入]$|面积|里程/.test(object);
  const source: Pick<Deed, 'told'> = verb === noun?.verb ? { told: 'behind' } : {};
  return { ...(!pushes && { verb }), object, ...source, ...plain, from: loose.clause.from, to: endOf(loose, object) };
}

/** 共建重点项目|完成|投资5332亿元, 保税燃油|完成|加注25.1万吨: what 完成 says of the thing before it. */
function completed(words: string, { verb, start, end }: VerbPhrase, lex: Lexicon): Pick<Deed, 'verb' | 'object'> | null {
  const paid = start === 0 ? /^([^、]{3,})完成投资$/.exec(words)?.[1] : undefined;
  if (paid) return { verb: '完成', object: `${paid}投资` };
  const filled = start > 1 && /^(?:完成|实现)$/.test(verb) ? lex.predicates.get(words.slice(end)) : undefined;
  const object = filled && !/^(?:投资|产值)/.test(filled) ? nounOf(words.slice(0, start), lex) : null;
  return filled && object ? { verb: filled, object } : null;
}

/** 扩大|产业基金规模至|50亿元; 加快|环城路扩建等|10个|项目|施工 */
function printedVerb(loose: Loose, { verb, start, end }: VerbPhrase, words: string): string {
  const pushed = start > 0 && words.slice(end) === '等' ? pushing.exec(allWords(loose))?.[1] : undefined;
  const moves = start === 0 && (movements.test(verb) || /扩大|拓展/.test(verb));
  return pushed ?? verb + (moves && /[^到至][到至]$/.test(words) ? words.slice(-1) : '');
}

const pushingAlone = /^(?:力争|争取|推动|确保|促进|支持|带动|助推)$/;

/** What the counted things did, where the verb before them is only part of a name (教学楼重建等12个|项目|推进) or brings them to it (促进…就业). */
function ownVerbOf(noun: CountedNoun | null, { verb, start }: VerbPhrase, words: string, lex: Lexicon): string | undefined {
  const inName = (start > 0 && lex.nominal.has(verb)) || (words.endsWith('等') && (start > 0 || lex.nominal.has(verb)));
  const brought = noun?.ends && /^(?:新增|实现|促进|帮助|支持|推动|助力|助推)$/.test(verb) && !/^(?:发展|建设|壮大)$/.test(noun.verb ?? '');
  return inName || brought ? noun?.verb : undefined;
}

/** What stands between the verb and the figure, else before the verb (家庭医生|签约43万人), else the object of the deed before. */
function objectBefore({ loose, words, behind, before }: Told, { verb, start, end }: VerbPhrase, lex: Lexicon): string | null {
  const { unit } = loose.quantity;
  const rest = carrying.test(verb) ? words.slice(end) : words.slice(end).replace(measuring, '');
  const subject = words.slice(0, start);
  const pays = /投入|安排|拨付|支出/.test(verb) && unit.endsWith('元') && payer.test(subject);
  // 重点服务业|实现|营业收入
  const whose = start > 2 && !/新增|净增/.test(verb) && bare.test(rest) && !/、$|\d/.test(subject) ? nounOf(subject, lex) : null;
  if (whose) return whose + rest;
  if (!/^了?$/.test(rest)) return nounOf(rest, lex);
  const named =
    start > 1 && !pays && !reaching.test(verb) && !(verb === '签约' && /[人户]$/.test(unit)) && !saysSum(verb, unit)
      ? nounOf(subject.replace(/^.*[为给向对](?=.{2})/, ''), lex)
      : null;
  // 为特殊群体|发放3540万元
  if (unit.endsWith('元') && /^(?:发放|补贴|资助)$/.test(verb) && /^[为向给对]/.test(subject)) return null;
  const same = behind === '' && !saysSum(verb, unit) && !(start === 0 && /林$/.test(verb)) && !/^“/.test(before.last?.[1].object ?? '');
  return named ?? (same && sameUnit(unit, before.last?.[0].quantity.unit) ? (before.last?.[1].object ?? null) : null);
}

/** What reaches people is none of what is counted: 健康工程惠及8956人次 */
const reaching = /^(?:惠及|服务|吸引|覆盖|带动|接待|吸纳|参与|集聚|聚集|汇聚|摘取|植树)/;

/** Verbs that say all by themselves: 年内供地|18万平方米 */
const whole =
  /^(?:投入|筹资|融资|供地|立案|增收|创税|纳税|减税|退税|降费|引资|植树|造林|纳统|帮扶|消费帮扶|减税降费|减负|让利|减费让利|封山育林|退耕还林|植树造林|治沙造林|飞播造林|发放|补贴|资助)$/;

/** Whether nothing but who did it need stand beside a verb: 健康工程惠及|8956人次, 区财政投入|3亿元 */
function saysAll({ verb, start, end }: VerbPhrase, words: string, unit: string): boolean {
  if (!/^(?:了|超过?|达到?|近)*$/.test(words.slice(end))) return false;
  if (reaching.test(verb) || (verb === '签约' && /[人户]$/.test(unit)) || (start === 0 && /人$|人次$|户次$/.test(unit))) return start !== 1;
  return whole.test(verb) && (start === 0 || payer.test(words.slice(0, start)) || saysSum(verb, unit) || /^[为向给对]/.test(words));
}

/** 为群众|减负2亿元, 纳税人|减税3亿元: they are none of the money. */
const saysSum = (verb: string, unit: string): boolean =>
  /^(?:减负|让利|减费让利|减税|退税|降费|减税降费|纳税|创税|增收|筹资|融资|引资)$/.test(verb) && unit.endsWith('元');

/** Who pays is none of what is paid for: 区财政投入 */
const payer = /(?:财政|中央|省级|市级|区级|县级|各级|[两三]级|政府)(?:将|累计|共)*$/;

/** 投入1亿元|扶持|产业项目: what the money went to. */
function spentOn({ quantity, clause, until }: Loose, lex: Lexicon): string | null {
  if (!quantity.unit.endsWith('元') || clause.text[until] === '、') return null;
  const behind = clause.text.slice(quantity.end, until);
  const verb = verbPhrase(behind, false, lex);
  // 投入9200万元|完成1187个|实事项目
  const counted = /^\d+[余多]?[个项条家座处所件]([^\d,;:。、]{2,20})/.exec(clause.text.slice(until))?.[1];
  if (/\d/.test(clause.text[until] ?? '') && behind.length < 6) return verb?.start === 0 && counted ? nounOf(counted, lex) : null;
  // 帮扶资金 is the money itself.
  return verb?.start === 0 && verb.end > 1 && !lex.heads.test(behind.slice(verb.end)) ? nounOf(behind.slice(verb.end), lex) : null;
}
