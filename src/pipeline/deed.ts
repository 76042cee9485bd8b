import { boundaries } from '../text/segment.ts';
import { attributed, isAside } from './asides.ts';
import { beforeNext, type CountedNoun, countedNoun, listEnd } from './counted-noun.ts';
import type { Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type Measured, measureOf } from './measure.ts';
import { nounOf } from './measured-noun.ts';
import { carrying, predicateOnly } from './predicate.ts';
import { type Recipients, recipients } from './recipients.ts';
import { sharedHead } from './shared-head.ts';
import { type VerbPhrase, verbEnd, verbPhrase } from './verb-phrase.ts';

/** What was done or is promised, with the clause `from`–`to` of the sentence that says it. */
export interface Deed extends Measured {
  /** As printed, with the verbs that go on with it: 新建改造; of a movement 增长; a level or a rate has none. */
  verb?: string;
  /** The noun that is counted or measured. */
  object?: string;
  /** What names a figure without an object: 健康工程惠及 of 健康工程惠及8956人次 */
  label?: string;
  /** Where the verb stands, if not before the figure: `behind` what is counted, with a figure before (`held`), or not yet seen (`ahead`). */
  told?: 'behind' | 'held' | 'ahead';
  from: number;
  to: number;
}

/** What stands before a figure in its sentence. */
export interface Before {
  /** The verb of its list: 新增学位3600个、病床400张 */
  verb: string | undefined;
  /** The deed before; in the same unit its object holds on (新建公寓500套、供应300套), or its verb (办理议案40件,提案14件). */
  last: readonly [Loose, Deed] | undefined;
}

/** Figures that only place or compare: 高于全省平均水平, 占全市48% */
const comparison =
  /(?:高于|低于|快于|高出|优于|好于|相当于|位居|排名|居全|距离|距|最(?![低高]?(?:生活|工资|养育|保障))|每(?![百千万]名?[^,]{0,12}人|[百千万](?:名|户|[^,]{0,8}人口))|第(?![一二三四五六七八九十\d]+[批届次期轮])|平均水平的?)[^,]*$|(?:在(?:世界|全球|全[国省市区县])|(?<![班系])列|列入|跻身|进入|成为|属于|位于|作为)(?:全[国省市区县]|世界|全球|国内)?$|(?<!控制|稳定|保持|维持)在$|^(?:还有?|仍有?|尚有?)$|^(?:占|比|较|是|为|超|达|共)?$/;
/** Movements that a figure measures. */
const movements = /增长|提高|提升|上升|下降|减少|压减|缩减|降低|增加|缩短|压缩|精简/;
const measuring = new RegExp(
  `(?:同比|累计|年均|较上年|比上年|[比较]\\d{4}年|再|平均|分别)*(?:${movements.source}|上涨)(?:了|率|近|约|至|到|超过?)*$`,
);
/** 处置能力提高到1459万吨 */
const reachedBy =
  /(?<verb>(?:优化)?(?:整合|合并|归并|调整)(?:为|成)|(?:提高|提升|增加|扩大|增长|上升|攀升|跃升|回升|恢复|下滑|回落|收窄|削减|压降|压减|压缩|缩短|缩减|减少|降低|下降|精简|拓展|扩种|增|升|降|减|缩|扩|压)(?:到|至|为))(?:\d{4}年的?)?$/;
const duration = /^(?:个工作日|小时|分钟|天|岁|分|倍|成|番)$/;
/** 空气质量优良天数达|288天 */
const lasting = /(?:天数|时间|时长|年限|寿命|年龄)(?:\d{4}年)?(?:达到?|为|仅|近|超过?|提高到|增至|突破)*$/;
/** 带动|销售额增长 */
const bringing = /^(?:守住|安排|带动|推动|促进|拉动|实现|完成(?!率)|保持|确保|达到|助力|做到)/;
/** 安置场所达|128所 */
const levelled = /(?:达到?|为|增至|超过?|突破|有)$/;
const shorter = /控制在|压缩|缩短|缩减|压减|减少|提速/;
const rated = /(?:率|占比|比重|比例|度|覆盖|覆盖面|质量|指数|增速|增幅|水平)$/;

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
export function deed(found: Loose, lex: Lexicon, before: Before): Deed | null {
  const loose = { ...found, until: listEnd(found, lex) };
  const { quantity, clause, subject, until } = loose;
  const all = clause.text.slice(clause.from, clause.to);
  const behind = beforeNext(clause.text.slice(quantity.end, until), clause.text, until)
    .replace(/\[\d*\]?|\d*\]/g, '')
    .replace(/[和及与、]+$/, '')
    .replace(/^\([^()\d]{1,3}\)$/, '')
    .replace(/^的(?=.{2})/, '');
  if (duration.test(quantity.unit) && !shorter.test(all) && !lasting.test(all) && !multiplied(quantity.unit, all)) return null;
  if (isAside(loose, all)) return described(loose, all, behind, lex);
  const another = subject && subject.end <= clause.from && /^累计$/.test(all) && countedNoun(behind, null, lex);
  // 新增上市公司3家、|市级专精特新企业10家 is a member of the list.
  const member =
    subject && loose.joined && subject.start >= clause.from && !/[%番倍]|百分点/.test(quantity.unit) && before.verb !== undefined;
  if (subject && !another && !member) return ofSubject(loose, subject, all, behind, lex);
  // 12个社区公园和|5条公园带
  const listed = /、$|\d.*[和及与]$/.test(all);
  const served = subject ? null : recipients(loose, all, lex);
  const words = listed ? '' : bareOf(all, lex);
  const measured = counted(measureOf(null, quantity, isTotal(loose, all) ? `累计${words}` : words, behind, lex), quantity.unit, words);
  if (!measured) return null;
  if (served) return ofRecipients(served, measured, loose, lex);
  const told: Told = { loose: listed ? { ...loose, joined: true } : loose, words, behind, measured, before };
  const plain = listed ? words : withoutAttribute(words, lex);
  const bare = plain === words ? null : tell({ ...told, words: plain }, listed, lex);
  return bare && bare.told !== 'ahead' ? bare : (tell(told, listed, lex) ?? bare);
}

function tell(all: Told, listed: boolean, lex: Lexicon): Deed | null {
  const told = listed ? all : { ...all, words: lastPiece(all.words, lex) };
  const { words, behind, measured } = told;
  if (measured.measure === 'share' && behind !== '' && !rated.test(words.replace(levelled, ''))) return ofShare(told, lex);
  if (/^每[百千万]/.test(words) || lasting.test(words)) return ofLevel(told, lex);
  if (listed) return named(told, lex);
  if (words === '') return ofPredicate(told, lex);
  if (comparison.test(words)) return null;
  return reached(told, lex) ?? moved(told, lex) ?? done(told, lex) ?? named(told, lex);
}

/** 举办花市、|人流量|突破190万人次; 办好博览会、|项目签约|3543亿元: another clause behind 、 */
function lastPiece(words: string, lex: Lexicon): string {
  const at = words.search(/、[^、“”的等]{3,8}$/);
  const verb = at < 0 ? null : verbPhrase(words, false, lex);
  if (!verb || verb.start + verb.verb.length >= at || /^(?:实现|完成|新增|带动|达到|保持|确保|创造)/.test(verb.verb)) return words;
  const piece = words.slice(at + 1);
  const own = verbPhrase(piece, false, lex);
  const does = own !== null && own.start > 1 && own.end === piece.length;
  return verb.end < at && (does || (own === null && /流量|[总额值]额$|访问量$|交易额$|销售额$/.test(piece))) ? piece : words;
}

/** 累计创造岗位15万个、|新增就业13万人; not 全年累计获奖45个 */
function isTotal({ joined, lead }: Loose, words: string): boolean {
  const told = joined ? `${lead}、${words}` : words;
  return /累计/.test(told) && !/(?:全年|今年|当年|年内|去年)[^,;、]*累计/.test(told);
}

/** 为|116家|企业解决困难 */
function ofRecipients({ noun, verb, end }: Recipients, measured: Measured, { clause, quantity }: Loose, lex: Lexicon): Deed | null {
  const object = duration.test(quantity.unit) || /[%元]$/.test(quantity.unit) ? null : nounOf(noun, lex);
  return object ? { verb, object, ...measured, from: clause.from, to: end } : null;
}

/** 市政府确定的|57项|重点项目全部落实, 抓好省委确定的|14项|改革: a verb before 的 describes what is counted; not 新认定的 */
function withoutAttribute(words: string, lex: Lexicon): string {
  const at = words.lastIndexOf('的');
  const verb = at < 2 ? undefined : lex.verbs.all(words.slice(0, at)).at(-1);
  const rest = words.slice(at + 1);
  if (verb?.end !== at || /^新|^净/.test(verb.value) || !/^$|[省市县区镇乡村]$/.test(rest)) return words;
  const head = verbPhrase(words, false, lex);
  return head?.start === 0 && head.end <= verb.start ? head.verb + rest : rest;
}

/** The verb that a list begins with: 新增 of 新增学位 */
export function leadingVerb(words: string, lex: Lexicon): string | undefined {
  const bare = bareOf(words, lex);
  return reachedBy.test(bare) || levelled.test(bare) ? undefined : verbPhrase(bare, false, lex)?.verb;
}

/** Words before a figure without what says nothing of the deed: 全年新增 → 新增, 提高到每年 → 提高到 */
function bareOf(words: string, lex: Lexicon): string {
  return (
    words
      .replace(/^[”"《》①-⑳]+|^[一二三四五六七八九十]是|^\(?\d{1,2}(?:[)、]|\.(?!\d))/, '')
      .replace(lex.adverbs, '')
      // 高标准、高质量|办结
      .replace(/^、/, '')
      .replace(lex.adverbs, '')
      .replace(/^[”"《》]+/, '')
      // 为3.4万名|从业人员提供培训
      .replace(/^(?:(?:为|向|对|给)[^,、]{2,8}的|为|向|对|给|把|将)$/, '')
      .replace(/(?<=[到至])每(?:[人户名])?(?:每?[年月天])?$/, '')
  );
}

/** 道路完善提升等7项: things are counted; a movement in their name is none of theirs. */
function counted(measured: Measured | null, unit: string, words: string): Measured | null {
  const things = /[项个家条座处所件名宗户栋幢台辆套亩]$|公里$/.test(unit) && !/(?:增加|减少|扩大|增)(?:了|近|约)?$/.test(words);
  return measured?.measure === 'change' && things ? { measure: 'level', sign: 1 } : measured;
}

/** 62个年度污染防治项目|全面完成; 推动|16处|公交场站规划建设 */
function ofPredicate({ loose, behind, measured, before: { last } }: Told, lex: Lexicon): Deed | null {
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
function withHead(noun: CountedNoun | null, verb: string, loose: Loose, lex: Lexicon): string | undefined {
  return noun ? noun.noun + (noun.verb ? '' : sharedHead(noun.noun, verb, loose, lex)) : undefined;
}

/** 增长|6倍, 翻番; not 是十年前的3倍 */
function multiplied(unit: string, words: string): boolean {
  return unit === '番' || (/^[倍成]$/.test(unit) && measuring.test(words));
}

/** 组建总规模|1000亿元|的产业投资基金, 总投资|24.4亿元|的延长线项目获批: how much was done is told by an attribute. */
function described({ clause, quantity, until }: Loose, words: string, behind: string, lex: Lexicon): Deed | null {
  const told = attributed.exec(words);
  if (!told || clause.text[quantity.end] !== '的') return null;
  const before = bareOf(words.slice(0, told.index), lex);
  const phrase = verbPhrase(before, false, lex);
  const lead = phrase?.end === before.length ? phrase.verb : null;
  const noun = countedNoun(behind.replace(/(?<=.{2})等.*$/, ''), lead, lex);
  const verb = lead ?? noun?.verb;
  return noun && verb ? { verb, object: noun.noun, measure: 'level', sign: 1, from: clause.from, to: until } : null;
}

/** 每万人全科医生数达|5.7名, 平均处置时间仅|14分钟: a verb inside is part of the name. */
function ofLevel({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const to = reachedBy.exec(words);
  const object = nounOf(to ? words.slice(0, to.index) : words, lex);
  const verb = to?.groups?.verb;
  return object ? { ...(verb && { verb }), object, ...measured, from: loose.clause.from, to: loose.quantity.end } : null;
}

/** 政务服务事项|100%|进驻大厅; 99%的|行政审批事项|实现网上办理 */
function ofShare({ loose, words, behind, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause, until } = loose;
  if (comparison.test(words) && words !== '') return null;
  const noun = clause.text[quantity.end] === '的' && words === '' ? countedNoun(behind, null, lex) : null;
  if (noun?.verb) return { verb: noun.verb, object: noun.noun, ...measured, from: clause.from, to: until };
  const phrase = clause.text[quantity.end] === '的' ? verbPhrase(words, false, lex) : null;
  // 完成80%的|土石方工程
  const part = phrase && phrase.end === words.length ? countedNoun(behind, phrase.verb, lex) : null;
  if (phrase && part) return { verb: phrase.verb, object: part.noun, ...measured, from: clause.from, to: until };
  const verb = predicateOnly(behind, lex) ?? stated.exec(behind)?.[0] ?? leadingPredicate(behind, lex);
  const object = verb ? nounOf(words.replace(/(?:基本|全部|全面|均)*实现$/, '').replace(/^.*实现(?=.{2})|^(?:继续)?保持/, ''), lex) : null;
  return verb && object ? { verb, object, ...measured, from: clause.from, to: until } : null;
}

/** 100%|进驻大厅 */
function leadingPredicate(behind: string, lex: Lexicon): string | undefined {
  const end = behind.length > 10 ? null : verbEnd(behind, 0, boundaries(behind), lex.predicates);
  return end === null || lex.nominal.has(behind.slice(0, end)) || lex.heads.test(behind.slice(end)) ? undefined : behind;
}

/** 公交车100%|纯电动化, 高频服务事项100%|“掌上办” */
const stated = /^(?:“[^”]+”|[^“”、]{1,8}(?:化|全覆盖|通办|办理|处理|达标|管控|监管|监控|办结|回复))$/;

/** 危险废物处置能力|提高到|14万吨 */
function reached({ loose, words, behind, measured }: Told, lex: Lexicon): Deed | null {
  const to = reachedBy.exec(words);
  if (!to || !/level|share/.test(measured.measure)) return null;
  // 试点扩大到|20个|省
  const counts = /[个家所项]$/.test(loose.quantity.unit) ? countedNoun(behind, to[0], lex)?.noun : undefined;
  const object = counts ?? nounOf(words.slice(0, to.index), lex);
  return object ? { verb: to.groups?.verb ?? '', object, ...measured, from: loose.clause.from, to: endOf(loose, object) } : null;
}

/** 高技术制造业总产值|增长|46.7%, 实现|网上申办率|90%以上 */
function moved({ loose, words, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  // 完成林分优化提升26万亩 is a deed.
  if (carrying.test(words) && !/%|百分点/.test(quantity.unit)) return null;
  const moves = /growth|change/.test(measured.measure) || (measured.measure === 'cumulative' && quantity.unit === '%');
  const told = measuring.test(words) ? measuring : /(?:实现|保持)$/;
  if (moves ? !told.test(words) && quantity.unit !== '番' : measured.measure !== 'share') return null;
  const object = nounOf((moves ? words.replace(told, '') : words).replace(bringing, ''), lex);
  if (!object || ((measured.measure === 'share' || quantity.unit === '个百分点') && !rated.test(object))) return null;
  return { ...(moves && { verb: movement(words, measured.sign) }), object, ...measured, from: clause.from, to: quantity.end };
}

/** 新增停车位5856个, 改造80个老旧小区, 减少审批事项54%; 新建公寓500套、供应300套 */
function done(told: Told, lex: Lexicon): Deed | null {
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
  const inName = phrase.start > 0 && lex.nominal.has(phrase.verb);
  const noun = nounBehind(loose, behind, inName ? null : phrase.verb, lex);
  const paid = phrase.end === words.length ? spentOn(loose, lex) : null;
  const object = paid ?? withHead(noun, phrase.verb, loose, lex) ?? objectBefore(told, phrase, lex);
  if (!object && saysAll(phrase, words, loose.quantity.unit) && /level|cumulative/.test(measured.measure))
    return { verb: phrase.verb, label: words, ...plain, from: loose.clause.from, to: loose.quantity.end };
  if (!object || (plain.measure === 'share' && !rated.test(object))) return null;
  // 扩大产业基金规模|至50亿元
  const arrives = phrase.start === 0 && movements.test(phrase.verb) && /[^到至][到至]$/.test(words) ? words.slice(-1) : '';
  const verb = ownVerbOf(noun, phrase, words, lex) ?? phrase.verb + arrives;
  // 争取私募基金管理规模突破1200亿元
  const pushes = isLevel(loose, words) && pushingAlone.test(verb) && /[额值量率数模入]$|面积|里程/.test(object);
  const source: Pick<Deed, 'told'> = verb === noun?.verb ? { told: 'behind' } : {};
  return { ...(!pushes && { verb }), object, ...source, ...plain, from: loose.clause.from, to: endOf(loose, object) };
}

const pushingAlone = /^(?:力争|争取|推动|确保|促进|支持|带动|助推)$/;

/** 达35家, 突破1200亿元 */
function isLevel({ quantity, clause }: Loose, words: string): boolean {
  return levelled.test(words) || /突破|超过?|达到?|跨越|[站迈跃]上|不[低少]于/.test(clause.text.slice(quantity.start, quantity.at));
}

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
  if (!/^了?$/.test(rest)) return nounOf(rest, lex);
  const named = start > 1 && !pays && !reaching.test(verb) ? nounOf(subject.replace(/^.*[为给向对](?=.{2})/, ''), lex) : null;
  const same = behind === '' && !/^“/.test(before.last?.[1].object ?? '');
  return named ?? (same && sameUnit(unit, before.last?.[0].quantity.unit) ? (before.last?.[1].object ?? null) : null);
}

/** What reaches people is none of what is counted: 健康工程惠及8956人次 */
const reaching = /^(?:惠及|服务|吸引|覆盖|带动|接待|吸纳|参与|集聚|聚集|汇聚|摘取)/;
/** Verbs that say all by themselves: 年内供地|18万平方米 */
const whole = /^(?:投入|筹资|融资|供地|立案|增收|创税|纳税|减税|退税|降费|引资|植树|造林|纳统|帮扶|消费帮扶|减税降费)$/;
/** Whether nothing but who did it need stand beside a verb: 健康工程惠及|8956人次, 区财政投入|3亿元 */
function saysAll({ verb, start, end }: VerbPhrase, words: string, unit: string): boolean {
  if (!/^(?:了|超过?|达到?|近)*$/.test(words.slice(end))) return false;
  if (reaching.test(verb) || (start === 0 && /人$|人次$|户次$/.test(unit))) return start !== 1;
  return whole.test(verb) && (start === 0 || payer.test(words.slice(0, start)));
}

/** Who pays is none of what is paid for: 区财政投入 */
const payer = /(?:财政|中央|省级|市级|区级|县级|各级|政府)(?:将|累计)*$/;

/** 投入1亿元|扶持|产业项目: what the money went to. */
function spentOn({ quantity, clause, until }: Loose, lex: Lexicon): string | null {
  if (!quantity.unit.endsWith('元') || clause.text[until] === '、') return null;
  const behind = clause.text.slice(quantity.end, until);
  const verb = verbPhrase(behind, false, lex);
  // 帮扶资金 is the money itself.
  return verb?.start === 0 && verb.end > 1 && !lex.heads.test(behind.slice(verb.end)) ? nounOf(behind.slice(verb.end), lex) : null;
}

/** No verb before the figure: 税收过亿元楼宇达14栋, 学位3600个、|病床400张, 清泉片区8个|项目|集中开工 */
function named({ loose, words, behind, measured, before }: Told, lex: Lexicon): Deed | null {
  if (measured.measure === 'share' || isDeed(words, lex)) return null;
  const noun = nounBehind(loose, behind, words === '' ? (before.verb ?? null) : null, lex);
  const object = withHead(noun, before.verb ?? '', loose, lex) ?? nounOf(words, lex);
  if (!object) return null;
  const own =
    /^(?:总|人均|户均|平均)/.test(words) ||
    (/人$/.test(loose.quantity.unit) && !carrying.test(before.verb ?? '') && endsWithVerb(words, lex)) ||
    (/[到至为]$/.test(before.verb ?? '') && levelled.test(allWords(loose)));
  const held = loose.joined && !own ? before.verb : undefined;
  const pushed = levelled.test(allWords(loose)) || /[额值率量数]$/.test(object) ? undefined : pushing.exec(allWords(loose))?.[1];
  const behindIt = noun?.verb ?? predicateOnly(behind, lex) ?? (noun ? undefined : leadingPredicate(behind, lex));
  const carried = held ?? pushed ?? goesOn(loose, words, before) ?? ofThese(loose, words, lex) ?? asWell(loose, lex);
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
  const stock = measured.measure === 'cumulative' && !/[元%]$/.test(loose.quantity.unit) && /累计(?:已|共)?达到?$/.test(allWords(loose));
  return stock ? { measure: 'level', sign: 1 } : measured;
}

/** 净增经营主体24万户,|其中企业5万户 */
function ofThese(loose: Loose, words: string, lex: Lexicon): string | undefined {
  if (!allWords(loose).startsWith('其中') || levelled.test(words) || /[率额量值比]$/.test(words)) return undefined;
  const verb = leadingVerb(loose.before, lex);
  return verb && /^(?:新|净增)/.test(verb) ? verb : undefined;
}

/** 推进集中供冷系统,|以及|4个停车场建设 */
function asWell({ clause }: Loose, lex: Lexicon): string | undefined {
  const before = clause.text.slice(0, Math.max(0, clause.from - 1)).replace(/^.*[,;:。]/, '');
  return clause.text.startsWith('以及', clause.from) && before !== '' ? leadingVerb(before, lex) : undefined;
}

/** 办理议案40件,|提案14件; not 新增志愿者9支,志愿者总数92支 */
function goesOn(loose: Loose, words: string, { last }: Before): string | undefined {
  const { clause, quantity } = loose;
  // 新引进人才187人,|海外团队20个
  const gained = /^(?:新|净增|引进|引入)/.test(last?.[1].verb ?? '') && !/[%元亩里米吨]/.test(quantity.unit);
  if (!last || !(gained || sameUnit(quantity.unit, last[0].quantity.unit)) || /元$|^P$/.test(quantity.unit)) return undefined;
  const passed = /突破|达到?|跨越|[站迈跃]上/.test(clause.text.slice(quantity.start, quantity.at));
  if (passed || levelled.test(allWords(loose)) || /总|累计|在建|^(?:在[库园册校]|现有|各)|[率额量数值比]$|面积$|规模$|里程$/.test(words))
    return undefined;
  const verb = /growth|change|share/.test(last[1].measure) || /[到至为]$/.test(last[1].verb ?? '') ? undefined : last[1].verb;
  return /^[^,;。]{0,3},$/.test(clause.text.slice(last[0].quantity.end, clause.from)) ? verb : undefined;
}

/** Words that begin or end with a verb and were read as no deed hold no noun: 财政投入 */
function isDeed(words: string, lex: Lexicon): boolean {
  const phrase = verbPhrase(words, false, lex);
  if (!phrase || (phrase.start > 0 && phrase.end < words.length)) return false;
  return !isName(phrase, words, lex);
}

/** 安置场所达|128所, 运营地铁长度|100公里: a verb that begins the name of a level. */
function isName({ verb, start }: VerbPhrase, words: string, lex: Lexicon): boolean {
  const level = start === 0 && /^(?:规划|运营|造林|绿化)$/.test(verb) && /(?:长度|里程|面积|规模)$/.test(words);
  return lex.nominal.has(verb) && (levelled.test(words) || level);
}

/** 推动|基金返投项目5个: what only pushes a deed stands for it where none is told. */
const pushing = /^(?:继续|全力|积极|大力|着力)?(推动|加快|推进|支持|加强|统筹|争取(?!新))/;

function allWords({ clause }: Loose): string {
  return clause.text.slice(clause.from, clause.to);
}

/** 打造7个|产值超千亿元的|产业集群 */
const valued = /^(?:年)?(?:产值|营收|营业收入|销售收入|投资|税收|市值)(?:超过?|达到?)?$/;

/** 改造80个|老旧小区: the noun that is counted stands behind. */
function nounBehind({ quantity, clause, until }: Loose, behind: string, told: string | null, lex: Lexicon): CountedNoun | null {
  if (valued.test(behind) && /[\d千百超过达]/.test(clause.text[until] ?? '')) {
    const noun = /^\d*[千百十]?[万亿]+元(?:以上)?的?([^\d,;:。、]{2,20})/.exec(
      clause.text.slice(until).replace(/^(?:超过?|达到?)/, ''),
    )?.[1];
    return noun ? countedNoun(noun, told, lex) : null;
  }
  const words = clause.text.slice(clause.from, clause.to);
  const joint = /[和及与、]$/.test(words);
  const asked = told !== null && behind.length > 1 && quantity.unit !== '%' && lex.verbs.all(words).at(-1)?.end === words.length;
  const measures = /[%元番倍成]|百分点|吨|千瓦|TEU/.test(quantity.unit);
  return measures && !joint && !asked ? null : countedNoun(behind, told, lex);
}

/** 件 and 份 count papers alike. */
function sameUnit(one: string, other = ''): boolean {
  const base = (unit: string): string => unit.replace(/^[万亿]+/, '').replace('份', '件');
  return base(one) === base(other);
}

/** The clause ends behind the noun that is counted and what was done with it, else behind the figure. */
function endOf({ quantity, clause, until }: Loose, object: string): number {
  const behind = clause.text.slice(quantity.end, until).replace(/[和及与、]+$/, '');
  const noun = behind.replace(/^的/, '');
  return noun !== '' && (noun.startsWith(object) || object.startsWith(noun)) ? quantity.end + behind.length : quantity.end;
}

/** A member of a list, or a subject carried over: 中欧班列发运411列,增长189% */
function ofSubject(loose: Loose, subject: NonNullable<Loose['subject']>, words: string, behind: string, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  const measured = measureOf(null, quantity, words, behind, lex);
  if (!measured || (measured.measure === 'share' && quantity.unit !== '%')) return null;
  const carried = subject.end <= clause.from;
  const whole = bareOf(subject.words ?? clause.text.slice(subject.start, subject.end), lex).replace(reachedBy, '');
  const moves = /growth|change/.test(measured.measure) || (quantity.unit === '%' && measured.measure !== 'share');
  const phrase = ownVerb(whole, carried, !moves, lex);
  // 中欧班列|发运
  const bare = phrase?.end === whole.length ? whole.slice(0, phrase.start) : whole.slice(phrase?.end ?? 0);
  // 破获刑事案件|增加58.6%, 新设外资企业3.6万家,|增长38.7%: the deed is what grew.
  // 压缩|“三公”经费2000万元
  const lessens = phrase?.start === 0 && movements.test(phrase.verb);
  const grown =
    moves &&
    !lessens &&
    (!carried || /^新|^净增/.test(whole) || (phrase?.end === whole.length && /(?:投入|支出|输出|供应|销售)$/.test(whole)));
  // 教育支出占一般公共预算支出16.7%,|增长27.2%
  const what = (grown ? whole : bare).replace(measuring, '').replace(/(?<=.{2})(?:实现|完成)(?=.{2,4}$)/, '');
  const object = nounOf(/增长$/.test(words) && quantity.unit === '%' ? what.replace(/(?<=.{2})占.*$/, '') : what, lex);
  if (!object || (quantity.unit === '个百分点' && !rated.test(object))) return null;
  if (measured.measure === 'share' && !rated.test(object)) return null;
  // 里程新增1700公里、突破7000公里
  const passed = isLevel(loose, words) && /[新净]增$/.test(whole);
  const total = carried && (passed || /总|累计|^(?:共|已有|现有|目前|达)/.test(words));
  const to = reachedBy.exec(words);
  const said = moves
    ? movement(words, measured.sign)
    : to
      ? to.groups?.verb
      : total || measured.measure === 'share'
        ? undefined
        : (predicateOnly(behind, lex) ?? phrase?.verb);
  const from = carried ? clause.from : Math.min(subject.from, clause.from);
  return { ...(said && { verb: said }), object, ...measured, from, to: carried ? quantity.end : Math.max(quantity.end, loose.until) };
}

/** The verb of a subject: 新增|床位, 中欧班列|发运 where it is carried, and of a level 景点|接待|游客, but not 旅游接待总人数. */
function ownVerb(words: string, carried: boolean, level: boolean, lex: Lexicon): VerbPhrase | null {
  const phrase = verbPhrase(words, false, lex);
  if (!phrase || phrase.start === 0) return phrase;
  if (phrase.end === words.length) return carried && phrase.start > 1 ? phrase : null;
  const rest = words.slice(phrase.end);
  return level && !lex.head.has(rest) && !/^总|的|[率额量数值]$/.test(rest) ? phrase : null;
}

function movement(words: string, sign: 1 | -1): string {
  return movements.exec(words.replace(/增加值/g, ''))?.[0] ?? (sign === 1 ? '增长' : '下降');
}
