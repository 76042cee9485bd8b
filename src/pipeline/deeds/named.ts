import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Measured, totalled } from '../measure.ts';
import { nounBehind, pushing, withHead } from './counted.ts';
import { nounOf } from './measured-noun.ts';
import { carrying, predicateOnly } from './predicate.ts';
import { leadingPredicate } from './share.ts';
import { allWords, type Before, type Deed, endOf, isLevel, levelled, sameUnit, type Told } from './told.ts';
import { verbPhrase } from './verb-phrase.ts';
import { isName, leadingVerb } from './words.ts';

/** No verb before the figure: 税收过亿元楼宇达14栋, 学位3600个、|病床400张, 清泉片区8个|项目|集中开工 */
export function named({ loose, words, behind, measured, before }: Told, lex: Lexicon): Deed | null {
  if (measured.measure === 'share' || isDeed(words, lex)) return null;
  const noun = nounBehind(loose, behind, words === '' ? (before.verb ?? null) : null, lex);
  const object = withHead(noun, before.verb ?? '', loose, lex) ?? nounOf(words, lex);
  if (!object) return null;
  const own =
    /^(?:总|人均|户均|平均)/.test(words) ||
    (/[人名]$/.test(loose.quantity.unit) && !carrying.test(before.verb ?? '') && endsWithVerb(words, lex)) ||
    (/[到至为]$/.test(before.verb ?? '') && levelled.test(allWords(loose))) ||
    /(?:累计|总数|总量)(?:已|共)?达到?$/.test(allWords(loose));
  const held = loose.joined && !own ? before.verb : undefined;
  const pushed = isLevel(loose, allWords(loose)) || /[额值率量数]$/.test(object) ? undefined : pushing.exec(allWords(loose))?.[1];
  // 4栋|1024套|交付使用
  const beyond = behind === '' ? /^\d[\d.]*[套间户]([^,;:。、]{2,8})/.exec(loose.clause.text.slice(loose.until))?.[1] : undefined;
  // 选派72名教师和|30名|医务人员|开展支教
  const sent = held !== undefined && /^(?:选派|派出|派驻|派遣|抽调)$/.test(held);
  const behindIt = sent
    ? undefined
    : (noun?.verb ?? predicateOnly(beyond ?? behind, lex) ?? (noun ? undefined : leadingPredicate(behind, lex)));
  const carried = held ?? pushed ?? goesOn(loose, words, before, lex) ?? ofThese(loose, words, lex) ?? asWell(loose, lex);
  const verb = behindIt ?? carried;
  const told = behindIt ? 'behind' : 'held';
  const plain = verb ? measured : standing(measured, loose);
  return { ...(verb && { verb, told }), object, ...plain, from: loose.clause.from, to: endOf(loose, object) };
}

/** 乡村公益性岗位|安置 4.29万人 */
function endsWithVerb(words: string, lex: Lexicon): boolean {
  return lex.verbs.all(words).some(({ start, end }) => start > 1 && end === words.length);
}

/** 商事主体累计达31万户 is a stock. */
function standing(measured: Measured, loose: Loose): Measured {
  const stock = measured.measure === 'cumulative' && !/[元%]$/.test(loose.quantity.unit) && totalled.test(allWords(loose));
  return stock ? { measure: 'level', sign: 1 } : measured;
}

/** 净增经营主体24万户,|其中企业5万户 */
function ofThese(loose: Loose, words: string, lex: Lexicon): string | undefined {
  const among = allWords(loose).startsWith('其中') || /其中,$/.test(loose.clause.text.slice(0, loose.clause.from));
  if (!among || levelled.test(words) || /[率额量值比]$/.test(words)) return undefined;
  const verb = leadingVerb(loose.before, lex);
  return verb && /^(?:新|净增)/.test(verb) ? verb : undefined;
}

/** 推进集中供冷系统,|以及|4个停车场建设 */
function asWell({ clause }: Loose, lex: Lexicon): string | undefined {
  const before = clause.text.slice(0, Math.max(0, clause.from - 1)).replace(/^.*[,;:。]/, '');
  return clause.text.startsWith('以及', clause.from) && before !== '' ? leadingVerb(before, lex) : undefined;
}

/** 办理议案40件,|提案14件; not 新增志愿者9支,志愿者总数92支 */
function goesOn(loose: Loose, words: string, { last }: Before, lex: Lexicon): string | undefined {
  const { clause, quantity } = loose;
  // 新引进人才187人,|海外团队20个
  const money = /元$/.test(quantity.unit) && /元$/.test(last?.[0].quantity.unit ?? '');
  const gained = /^(?:新|净增|引进|引入|争取)/.test(last?.[1].verb ?? '') && (money || !/[%元亩里米吨]/.test(quantity.unit));
  if (!last || !(gained || sameUnit(quantity.unit, last[0].quantity.unit)) || (/元$|^P$/.test(quantity.unit) && !(money && gained)))
    return undefined;
  const passed = /突破|达到?|跨越|[站迈跃]上/.test(clause.text.slice(quantity.start, quantity.at));
  if (
    passed ||
    levelled.test(allWords(loose)) ||
    /总|累计|在建|^(?:在[库园册校]|现有|各(?!领域|行业))|[率额量数值比]$|面积$|规模$|里程$/.test(words)
  )
    return undefined;
  // 培养人才1万人,|技能鉴定6万人
  if (/[人名]$/.test(quantity.unit) && endsWithVerb(words, lex)) return undefined;
  const verb = /growth|change|share/.test(last[1].measure) || /[到至为]$/.test(last[1].verb ?? '') ? undefined : last[1].verb;
  return /^[^,;。]{0,3},$/.test(clause.text.slice(last[0].quantity.end, clause.from)) ? verb : undefined;
}

/** Words that begin or end with a verb and were read as no deed hold no noun: 财政投入 */
function isDeed(words: string, lex: Lexicon): boolean {
  const phrase = verbPhrase(words, false, lex);
  if (!phrase || (phrase.start > 0 && phrase.end < words.length)) return false;
  return !isName(phrase, words, lex);
}
