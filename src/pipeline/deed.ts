import { type CountedNoun, countedNoun, isNoun } from './counted-noun.ts';
import type { Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type Measured, measureOf } from './measure.ts';
import { verbPhrase } from './verb-phrase.ts';

/** What was done or is promised, with the clause `from`–`to` of the sentence that says it. */
export interface Deed extends Measured {
  /** As printed, with the verbs that go on with it: 新建改造; of a movement 增长; a level or a rate has none. */
  verb?: string;
  /** The noun that is counted or measured. */
  object: string;
  from: number;
  to: number;
}

/** What was done in the deed before, in the same sentence. */
export interface Before {
  /** Holds on over 、: 新增学位3600个、病床400张 */
  verb: string | undefined;
  /** Counted in the same unit it holds on: 新建公寓500套、供应300套 */
  object: string | undefined;
  unit: string | undefined;
}

/** Figures that only place or compare: 高于全省平均水平, 占全市48% */
const comparison =
  /(?:高于|低于|快于|高出|优于|好于|相当于|位居|排名|居全|距离|距|最|每|第(?![一二三四五]批)|平均水平的?)[^,]*$|(?:列|列入|跻身|进入|属于|位于|作为)(?:全[国省市区县]|世界|全球|国内)?$|^(?:占|比|较|是|为|超|达|共)?$/;
/** 比前五年, 占全省 begin no noun. */
const notNoun =
  /^(?:相较|相比|与|如|即|包括|占|比|较|对(?![口外])|由|从(?![业教军])|以|在(?![建线校岗职编])|向|按|因|不(?!动产)|未(?=达|能|完|发)|其|到|增|为)|分别|同比|完成年|(?:基础上|过程中|范围内|方面|期间)$/;
const generic = /^(?:国家级?|省级|市级|区级|县级|总数|总量|总额|规模|保有量|数量|项目数|人数|总投资|其中|全部|全市|全区|全省|增加值)$/;
const tail =
  /(?:控制在|总数|总量|总额|总规模|总计|累计|合计|共计|分别|高达|达到?|(?<!行)为|超过?|突破|近|(?<![签节履违合公契邀])约|共|了|至|到|就|均|各|已|将|实际|同比|预计|首次|力争|有|仍有|仅|只|比去年|比上年|较上年|较去年|首期|连续(?:[一二三四五六七八九十\d]+年)?|双双|接连|先后|相继|已|[比较]\d{4}年)+$/;
const measuring =
  /(?:同比|累计|年均|较上年|比上年|[比较]\d{4}年|再|平均|分别)*(?:增长|提高|提升|上升|下降|减少|压减|降低|增加|缩短|压缩|精简|上涨)(?:了|率|近|约|至|到|超过?)*$/;
/** 处置能力提高到1459万吨 */
const reachedBy = /(提高|提升|增加|扩大|增长|上升|压减|压缩|缩短|缩减|减少|降低|下降|精简|拓展|扩种|增|升|降|减|缩|扩|压)(到|至|为)$/;
/** What a figure says of the noun behind it: 总投资5亿元的项目 */
const attribute = /(?:占地|单笔|单户|单体|户均|人均|面积|投资|产值|税收|营收|收入|销售额|规模|产能|造价|估值|市值|资产|注册资本|长|宽)(?:超过?|达到?|约|近)*$/;
const duration = /^(?:个工作日|小时|分钟|天|岁|分|倍|成|番)$/;
/** 带动|销售额增长 */
const bringing = /^(?:带动|推动|促进|拉动|实现|完成|保持|确保|达到|助力|做到)/;
/** 安置场所达|128所: a level of the noun that begins like a deed */
const levelled = /(?:达到?|为|增至|超过?|突破|有)$/;
const shorter = /控制在|压缩|缩短|缩减|压减|减少|提速/;
const rated = /(?:率|占比|比重|比例|度|覆盖|覆盖面|质量)$/;

/** A figure with its words, read but for what was done. */
interface Told {
  loose: Loose;
  /** Before the figure, without adverbs and times. */
  words: string;
  /** Behind the figure, up to the next figure or mark. */
  behind: string;
  measured: Measured;
  before: Before;
}

/** Reads verb and object of a quantity without a canonical subject; null where it is no deed: 24小时服务. */
export function deed(loose: Loose, lex: Lexicon, before: Before): Deed | null {
  const { quantity, clause, subject, until } = loose;
  const all = clause.text.slice(clause.from, clause.to);
  const behind = clause.text
    .slice(quantity.end, until)
    .replace(/\[\d*\]?|\d*\]/g, '')
    .replace(/[和及与、]+$/, '')
    .replace(/^的(?=.{2})/, '');
  if (duration.test(quantity.unit) && !shorter.test(all)) return null;
  if (isAside(loose, all)) return null;
  const another = subject && subject.end <= clause.from && /^累计$/.test(all) && countedNoun(behind, null, lex);
  if (subject && !another) return ofSubject(loose, subject, all, behind, lex);
  // 12个社区公园和|5条公园带
  const listed = /、$|\d.*[和及与]$/.test(all);
  const words = listed ? '' : bareOf(all, lex);
  const measured = counted(measureOf(null, quantity, /累计/.test(all) ? `累计${words}` : words, behind, lex), quantity.unit, words);
  if (!measured) return null;
  const told: Told = { loose: listed ? { ...loose, joined: true } : loose, words, behind, measured, before };
  if (listed) return named(told, lex);
  if (words === '') return ofPredicate(told, lex);
  if (comparison.test(words)) return null;
  return reached(told, lex) ?? moved(told, lex) ?? done(told, lex) ?? named(told, lex);
}

/** The verb that a list begins with: 新增 of 新增学位 */
export function leadingVerb(words: string, lex: Lexicon): string | undefined {
  const bare = bareOf(words, lex);
  return reachedBy.test(bare) || levelled.test(bare) ? undefined : verbPhrase(bare, false, lex)?.verb;
}

/** Words before a figure without what says nothing of the deed: 全年新增 → 新增, 提高到每年 → 提高到 */
function bareOf(words: string, lex: Lexicon): string {
  return words
    .replace(/^[”"《》①-⑳]+|^[一二三四五六七八九十]是/, '')
    .replace(lex.adverbs, '')
    .replace(/^[”"《》]+/, '')
    // 为3.4万名|从业人员提供培训
    .replace(/^(?:(?:为|向|对|给)[^,、]{2,8}的|为|向|对|给|把|将|使|让|在|与|同)$/, '')
    .replace(/(?<=[到至])每(?:[人户名])?(?:每?[年月天])?$/, '');
}

/** Figures that tell of no deed: names, what only compares, what was handed down before. */
function isAside(loose: Loose, words: string): boolean {
  const { quantity, clause } = loose;
  // 已下放的49项职权
  if (/高于|低于|快于|高出|已[^,]{1,8}的$/.test(words)) return true;
  // “安全生产15条”
  if (/[“"][^”"]*$/.test(words) && /[”"]/.test(clause.text[quantity.end] ?? '')) return true;
  return (quantity.unit === '条' && words.endsWith('版')) || isDescription(loose, words);
}

/** 年收入5万元以下的“薄弱村”, 占地20万平方米的广场: the figure describes the noun behind it. */
function isDescription({ quantity, clause, until }: Loose, words: string): boolean {
  const phrase = clause.text.slice(quantity.at, quantity.end);
  const behind = clause.text.slice(quantity.end, quantity.end + 14);
  if (/^[^,;]{0,12}的(?:情况|基础|背景|前提|同时)/.test(behind)) return true;
  // 纳入国家102项重大工程的|285个项目
  if (/^[^,;:。、]{2,}的$/.test(clause.text.slice(quantity.end, until)) && /\d/.test(clause.text[until] ?? '')) return true;
  if (attribute.test(words) && /^的[^,;:。、\d]{2}/.test(behind)) return true;
  if (/元$/.test(quantity.unit) && /^(?:级|产值|税收|营收|投资额?)(?:的|以上的?)?(?:企业|项目)/.test(behind)) return true;
  if (/平方米以[上下]$/.test(phrase) && /^的?[^,;:。、\d]{0,8}(?:单位|企业|场所|商场|超市|商户|工地|门店|餐厅)/.test(behind)) return true;
  const kind = /^的?[^,;:。、\d]{0,8}(?:项目|企业|家庭|村|人|户|群体)/;
  return /元.*以[上下]$/.test(phrase) && attribute.test(words) && kind.test(behind);
}

/** 道路完善提升等7项: things are counted; a movement in their name is none of theirs. */
function counted(measured: Measured | null, unit: string, words: string): Measured | null {
  const things = /[项个家条座处所件名宗]$/.test(unit) && !/(?:增加|减少|扩大|增)(?:了|近|约)?$/.test(words);
  return measured?.measure === 'change' && things ? { measure: 'level', sign: 1 } : measured;
}

/** 62个年度污染防治项目|全面完成 */
function ofPredicate({ loose, behind, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause, until, joined } = loose;
  if (joined || duration.test(quantity.unit) || measured.measure === 'share' || quantity.unit.endsWith('元')) return null;
  const noun = countedNoun(behind, null, lex);
  return noun?.verb ? { verb: noun.verb, object: noun.noun, ...measured, from: clause.from, to: until } : null;
}

/** 危险废物处置能力|提高到|14万吨 */
function reached({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const to = reachedBy.exec(words);
  if (!to || !/level|share/.test(measured.measure)) return null;
  const object = nounOf(words.slice(0, to.index), lex);
  return object ? { verb: to[0], object, ...measured, from: loose.clause.from, to: loose.quantity.end } : null;
}

/** 高技术制造业总产值|增长|46.7%, 实现|网上申办率|90%以上 */
function moved({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  const moves = /growth|change/.test(measured.measure) || (measured.measure === 'cumulative' && quantity.unit === '%');
  const told = measuring.test(words) ? measuring : /(?:实现|保持)$/;
  if (moves ? !told.test(words) : measured.measure !== 'share') return null;
  const object = nounOf((moves ? words.replace(told, '') : words).replace(bringing, ''), lex);
  if (!object || ((measured.measure === 'share' || quantity.unit === '个百分点') && !rated.test(object))) return null;
  return { ...(moves && { verb: movement(words, measured.sign) }), object, ...measured, from: clause.from, to: quantity.end };
}

/** 新增停车位5856个, 改造80个老旧小区, 减少审批事项54%; 新建公寓500套、供应300套 */
function done(told: Told, lex: Lexicon): Deed | null {
  const { loose, words, behind, measured, before } = told;
  const { quantity } = loose;
  const phrase = verbPhrase(words, behind !== '', lex);
  if (!phrase || (lex.nominal.has(phrase.verb) && levelled.test(words))) return null;
  // 实施保障|覆盖2万人的工程
  if (phrase.start > 0 && phrase.end === words.length && loose.clause.text[quantity.end] === '的') return null;
  const noun = nounBehind(loose, behind, phrase.verb, lex);
  const things = measured.measure === 'change' && quantity.unit !== '个百分点';
  const plain: Measured = things ? { measure: 'level', sign: 1 } : measured;
  const rest = words.slice(phrase.end).replace(measuring, '');
  const spent = /投入|安排|拨付|支出/.test(phrase.verb) && quantity.unit.endsWith('元');
  const subject = phrase.start > 1 && rest === '' && !(spent && payer.test(words.slice(0, phrase.start))) ? nounOf(words.slice(0, phrase.start).replace(/^.*[为给向对](?=.{2})/, ''), lex) : null;
  const carried = rest === '' && behind === '' && sameUnit(quantity.unit, before.unit) ? before.object : undefined;
  const object = noun?.noun ?? nounOf(rest, lex) ?? subject ?? (rest === '' ? spentOn(loose, lex) : null) ?? carried;
  if (!object || (plain.measure === 'share' && !rated.test(object))) return null;
  // 教学楼重建等12个|项目|顺利推进
  const verb = noun?.verb && words.endsWith('等') && phrase.start > 0 ? noun.verb : phrase.verb;
  return { verb, object, ...plain, from: loose.clause.from, to: endOf(loose, object) };
}

/** Who pays is none of what is paid for: 区财政投入 */
const payer = /(?:财政|中央|省级|市级|区级|县级|各级|政府)(?:将|累计)*$/;

/** 投入1亿元|扶持|产业项目: what the money went to. */
function spentOn({ quantity, clause, until }: Loose, lex: Lexicon): string | null {
  if (!quantity.unit.endsWith('元') || clause.text[until] === '、') return null;
  const behind = clause.text.slice(quantity.end, until);
  const verb = verbPhrase(behind, false, lex);
  return verb?.start === 0 ? nounOf(behind.slice(verb.end), lex) : null;
}

/** No verb before the figure: 税收过亿元楼宇达14栋, 学位3600个、|病床400张, 清泉片区8个|项目|集中开工 */
function named({ loose, words, behind, measured, before }: Told, lex: Lexicon): Deed | null {
  if (measured.measure === 'share' || isDeed(words, lex)) return null;
  const noun = nounBehind(loose, behind, words === '' ? (before.verb ?? null) : null, lex);
  const object = noun?.noun ?? nounOf(words, lex);
  if (!object) return null;
  const held = loose.joined && !words.startsWith('总') ? before.verb : undefined;
  const verb = noun?.verb ?? lex.predicates.get(behind) ?? held ?? pushing.exec(allWords(loose))?.[1];
  return { ...(verb && { verb }), object, ...measured, from: loose.clause.from, to: endOf(loose, object) };
}

/** Words that begin or end with a verb and were read as no deed hold no noun: 财政投入 */
function isDeed(words: string, lex: Lexicon): boolean {
  const phrase = verbPhrase(words, false, lex);
  if (!phrase || (phrase.start > 0 && phrase.end < words.length)) return false;
  return !(lex.nominal.has(phrase.verb) && levelled.test(words));
}

/** 推动|基金返投项目5个: what only pushes a deed stands for it where none is told. */
const pushing = /^(?:继续|全力|积极|大力|着力)?(推动|加快|推进|支持|加强|统筹)/;

function allWords({ clause }: Loose): string {
  return clause.text.slice(clause.from, clause.to);
}

/** 改造80个|老旧小区: the noun that is counted stands behind. */
function nounBehind({ quantity, clause }: Loose, behind: string, told: string | null, lex: Lexicon): CountedNoun | null {
  const words = clause.text.slice(clause.from, clause.to);
  const joint = /[和及与、]$/.test(words);
  const asked = told !== null && behind.length > 1 && quantity.unit !== '%' && lex.verbs.all(words).at(-1)?.end === words.length;
  const measures = /[%元]|百分点|吨|千瓦|TEU/.test(quantity.unit);
  return measures && !joint && !asked ? null : countedNoun(behind, told, lex);
}

function sameUnit(one: string, other: string | undefined): boolean {
  return one.replace(/^[万亿]+/, '') === other?.replace(/^[万亿]+/, '');
}

/** The clause ends behind the noun that is counted and what was done with it, else behind the figure. */
function endOf({ quantity, clause, until }: Loose, object: string): number {
  const behind = clause.text.slice(quantity.end, until);
  if (!behind.replace(/^的/, '').startsWith(object)) return quantity.end;
  return quantity.end + behind.replace(/[和及与、]+$/, '').length;
}

/** A member of a list, or a subject carried over: 中欧班列发运411列,增长189% */
function ofSubject(loose: Loose, subject: NonNullable<Loose['subject']>, words: string, behind: string, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  const measured = measureOf(null, quantity, words, behind, lex);
  if (!measured || (measured.measure === 'share' && quantity.unit !== '%')) return null;
  const carried = subject.end <= clause.from;
  const whole = clause.text.slice(subject.start, subject.end).replace(lex.adverbs, '');
  const phrase = verbPhrase(whole, false, lex);
  // 中欧班列|发运
  const ends = carried && phrase !== null && phrase.start > 1 && phrase.end === whole.length;
  const verb = phrase && (phrase.start === 0 || ends) ? phrase.verb : undefined;
  const bare = (ends ? whole.slice(0, phrase.start) : phrase?.start === 0 ? whole.slice(phrase.end) : whole) + (subject.head ?? '');
  const moves = /growth|change/.test(measured.measure) || (quantity.unit === '%' && measured.measure !== 'share');
  // 破获刑事案件|增加58.6%: the deed is what grew; 新设外资企业3.6万家,增长38.7%
  const object = nounOf((moves && !carried ? whole : bare).replace(measuring, ''), lex);
  if (!object || (quantity.unit === '个百分点' && !rated.test(object))) return null;
  if (measured.measure === 'share' && !rated.test(object)) return null;
  const total = carried && /总|累计|^(?:共|已有|现有|目前)/.test(words);
  const to = reachedBy.exec(words);
  const said = moves ? movement(words, measured.sign) : to ? to[0] : total || measured.measure === 'share' ? undefined : verb;
  const from = carried ? clause.from : Math.min(subject.from, clause.from);
  return { ...(said && { verb: said }), object, ...measured, from, to: carried ? quantity.end : Math.max(quantity.end, loose.until) };
}

function movement(words: string, sign: 1 | -1): string {
  return (
    /增长|提高|提升|上升|下降|减少|压减|降低|增加|缩短|压缩|精简/.exec(words.replace(/增加值/g, ''))?.[0] ?? (sign === 1 ? '增长' : '下降')
  );
}

/** The last 等 of an enumeration: 中铁南方等|总部企业; not 高等院校, 等级 */
const others = /(?<![高中初平同优均])等(?![级待候同效额]|.*(?<![高中初平同优均])等(?![级待候同效额]))/;

/** The noun without the predicate behind it; of a long enumeration its last member. */
function nounOf(words: string, lex: Lexicon): string | null {
  let object = words
    .replace(/\[\d+\]|^\([^()]*\)|(?<!县|园|区)\([^()]*\)$/g, '')
    .replace(tail, '')
    .replace(lex.adverbs, '')
    .replace(/^[将把]/, '')
    .replace(/^\d+[个项条家座处名所件户批](?=[^\d]{2})/, '');
  const listed = object.search(others);
  if (listed > 1 && listed < object.length - 2) object = object.slice(listed + 1);
  if (object.length > 26) object = object.slice(object.lastIndexOf('、') + 1);
  // 平均浓度|从每立方米
  object = object.replace(/(?<=.{3})[从由](?:去年|上年|年初|原|目前|每|人均|\d)[^的、]*$/, '').replace(/(?:[的、:和及与并等]|以及)+$/, '').replace(/^[、的]+/, '');
  if (/^“[^”]*$/.test(object) || /^[^“]*”$/.test(object)) object = object.replace(/[“”]/, '');
  return isNoun(object) && !notNoun.test(object) && !generic.test(object) && object.length <= 30 ? object : null;
}
