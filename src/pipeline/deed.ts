import type { Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type Measured, measureOf } from './measure.ts';

/** What was done or is promised, with the clause `from`–`to` of the sentence that says it. */
export interface Deed extends Measured {
  verb?: string;
  object: string;
  from: number;
  to: number;
}

/** Figures that only place or compare: 高于全省平均水平, 占全市48% */
const comparison =
  /(?:高于|低于|快于|高出|优于|好于|相当于|位居|排名|居全|距离|距|最|每|第(?![一二三四五]批)|平均水平的?)[^,]*$|^(?:占|比|较|是|为|超|达|共)?$/;
/** What was done in the deed before, in the same sentence. */
interface Before {
  /** Holds on over 、: 新增学位3600个、病床400张 */
  verb: string | undefined;
  /** Counted in the same unit it holds on: 新建公寓500套、供应300套 */
  object: string | undefined;
  unit: string | undefined;
}

/** A noun may begin with a number: 5G基站, 24小时自助图书馆, 10亿元以上项目 */
const noun = /^(?:\d{1,3}(?:[GDK]|小时)|\d[\d.]*[千百]?[万亿]*元(?:及?以上|以下))?[^\d,;:。!?%、的][^,;:。!?]+$/;
/** 比前五年, 占全省 begin no noun. */
const notNoun =
  /^(?:相较|相比|与|如|即|包括|占|比|较|对|由|从|以|在|向|按|因|不(?!动产)|未|其|到|增)|分别|同比|完成年|(?:基础上|过程中|范围内|方面|期间)$/;
const generic = /^(?:总数|总量|总额|规模|保有量|数量|项目数|人数|总投资|其中|全部|全市|全区|全省|增加值)$/;
const tail =
  /(?:控制在|总数|总量|总额|总规模|总计|累计|合计|共计|分别|达到?|为|超过?|突破|近|(?<![签节履违合公契邀])约|共|了|至|到|就|均|各|已|将|实际|同比|预计|首次|力争|有|仍有|仅|只|比去年|比上年|较上年|较去年)+$/;
const measuring =
  /(?:同比|累计|年均|较上年|比上年|再|平均|分别)*(?:增长|提高|提升|上升|下降|减少|压减|降低|增加|缩短|压缩|精简|上涨)(?:了|率|近|约|至|到|超过?)*$/;
/** 处置能力提高到1459万吨 */
const reachedBy = /(提高|提升|增加|扩大|增长|上升|压减|压缩|缩短|缩减|减少|降低|下降|精简|拓展|扩种|增|升|降)(到|至|为)$/;
/** 9家金融机构落户: the noun ends where its deed begins. */
const deedBehind =
  /(?:全面|顺利|成功|正式|相继|已|全部|基本|如期|按期|均|提前|圆满|集中|陆续|扎实|有序|加快|稳步|持续|同步)*(新?获评|实现|落户|入驻|落地|挂牌|获批?|完成|开工|竣工|建成|投产|投用|通过|达到|纳入|进入|启用|开业|上市|入选|签约|开展|进驻|参加|参与|受益|脱贫|揭牌|上线|通气|消除|推进$|加快(?=建设$|推进$)|交付)/;
/** 建成投产 behind a number: what was done with the things. */
const done =
  /(脱贫|出列|摘帽|完成|建成|投产|投用|开工|竣工|启用|通车|开业|落地|签约|落户|达标|改造|出台|获批|开通|运行)(?:投产|投用|开业|通车|运营|使用|见效|开园)?$/;
const doneAdverbs = /(?:实现|全面|顺利|全部|如期|基本|已|均|提前|按期|圆满|集中|相继|陆续)+$/;
const notBehind =
  /^(?:全部|全面|已|均|顺利|成功|并|位居|居|占|为|是|获|入选|达|同比|较|比|增长|下降|在|以|被|列|纳入|相继|陆续|正式|的|和|及|与|等|大关|目标|任务|余|左右|以上|率先|位列|排|创|高速)/;
/** 20万吨级, 110kV: the size of what is counted. */
const graded = /^\d[\d.]*(?:[万千]?吨级|千伏|kV)/;
const duration = /^(?:个工作日|小时|分钟|天|岁|分|倍|成|番)$/;
const shorter = /控制在|压缩|缩短|缩减|压减|减少|提速/;
const rated = /(?:率|占比|比重|比例|度|覆盖|覆盖面|质量)$/;

/** Reads verb and object of a quantity without a canonical subject; null where it is no deed: 24小时服务. */
export function deed(loose: Loose, lex: Lexicon, before: Before): Deed | null {
  const { quantity, clause, subject, until } = loose;
  const words = clause.text.slice(clause.from, clause.to);
  const behind = clause.text
    .slice(quantity.end, until)
    .replace(/[和及与、]+$/, '')
    .replace(/^的(?=.{2})/, '');
  if (duration.test(quantity.unit) && !shorter.test(words)) return null;
  // 已下放的49项职权 were handed down before.
  if (/高于|低于|快于|高出|已[^,]{1,8}的$/.test(words)) return null;
  // “安全生产15条” is a name.
  if (/[“"][^”"]*$/.test(words) && /[”"]/.test(clause.text[quantity.end] ?? '')) return null;
  if (quantity.unit === '条' && words.endsWith('版')) return null;
  if (isDescription(loose, words)) return null;
  if (subject) return ofSubject(loose, subject, words, behind, lex);
  const bare = words
    .replace(lex.adverbs, '')
    .replace(/^[”"《》]+/, '')
    // 提高到每年4300元
    .replace(/(?<=[到至])每(?:[人户名])?(?:每?[年月天])?$/, '');
  const measured = counted(measureOf(null, quantity, bare, behind, lex), quantity.unit, bare);
  if (!measured) return null;
  if (bare === '') return doneBehind(loose, behind, measured, lex);
  if (comparison.test(bare)) return null;
  const first = lex.verbs.longest(bare, 0)?.value;
  // 办理率 is a noun.
  const verb = first && !/^[率量数额费]/.test(bare.slice(first.length)) && !reachedBy.test(bare) ? first : undefined;
  const nominal = verb !== undefined && lex.inner.get(verb) === undefined && lex.inner.all(bare).length > 0;
  if (verb && !nominal) return ofVerb(loose, { verb, rest: bare.slice(verb.length), behind, measured, before }, lex);
  return ofWords(loose, bare, behind, measured, before.verb, lex);
}

/** 年收入5万元以下的“薄弱村”: the figure describes the noun behind it. */
function isDescription({ quantity, clause }: Loose, words: string): boolean {
  const phrase = clause.text.slice(quantity.at, quantity.end);
  const behind = clause.text.slice(quantity.end, quantity.end + 14);
  return (
    /元.*以[上下]$/.test(phrase) &&
    /(?:收入|投资|产值|税收|营收|销售额)$/.test(words) &&
    /^的?[^,;:。、\d]{0,8}(?:项目|企业|家庭|村|人|户|群体)/.test(behind)
  );
}

interface Done {
  verb: string;
  /** What stands between the verb and the figure, and behind the figure. */
  rest: string;
  behind: string;
  measured: Measured;
  before: Before;
}

/** 新增停车位5856个, 改造80个老旧小区, 减少审批事项54%; 新建公寓500套、供应300套 */
function ofVerb(loose: Loose, { verb, rest, behind, measured, before }: Done, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  const counts = measured.measure === 'change' && quantity.unit !== '个百分点';
  const plain: Measured = counts ? { measure: 'level', sign: 1 } : measured;
  const bare = rest.replace(lex.chained, '').replace(measuring, '');
  const object =
    behindNoun(loose, behind, lex) ??
    nounOf(bare, lex) ??
    (rest === '' && behind === '' && sameUnit(quantity.unit, before.unit) ? before.object : undefined);
  if (!object || (plain.measure === 'share' && !rated.test(object))) return null;
  return { verb, object, ...plain, from: clause.from, to: endOf(loose, object) };
}

/** 道路完善提升等7项: things are counted; a movement in their name is none of theirs. */
function counted(measured: Measured | null, unit: string, words: string): Measured | null {
  const things = /[项个家条座处所件名宗]$/.test(unit) && !/(?:增加|减少|扩大|增)(?:了|近|约)?$/.test(words);
  return measured?.measure === 'change' && things ? { measure: 'level', sign: 1 } : measured;
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
  const last = lex.inner.all(whole).at(-1);
  // 中欧班列|发运
  const named = carried && last && last.start > 1 && last.end === whole.length ? whole.slice(0, last.start) : whole;
  const first = lex.verbs.longest(named, 0)?.value;
  // 建成区 is a noun.
  const verb = first && !/^区/.test(named.slice(first.length)) ? first : undefined;
  const moved = /growth|change/.test(measured.measure) || (quantity.unit === '%' && measured.measure !== 'share');
  // 破获刑事案件|增加58.6%: the deed is what grew; 新设外资企业3.6万家,增长38.7%
  const deedGrew = moved && !carried;
  const object = nounOf((verb && !deedGrew ? named.slice(verb.length).replace(lex.chained, '') : named).replace(measuring, ''), lex);
  if (!object || (measured.measure === 'share' && !rated.test(object))) return null;
  const total = carried && /总|累计/.test(words);
  const said = moved ? movement(words, measured.sign) : total || measured.measure === 'share' ? '达' : verb;
  const from = carried ? clause.from : Math.min(subject.from, clause.from);
  return { ...(said && { verb: said }), object, ...measured, from, to: carried ? quantity.end : Math.max(quantity.end, loose.until) };
}

function movement(words: string, sign: 1 | -1): string {
  return (
    /增长|提高|提升|上升|下降|减少|压减|降低|增加|缩短|压缩|精简/.exec(words.replace(/增加值/g, ''))?.[0] ?? (sign === 1 ? '增长' : '下降')
  );
}

/** No verb at the beginning: 税收过亿元楼宇达14栋, 中欧班列发运411列, 高技术制造业总产值增长46.7% */
function ofWords(
  loose: Loose,
  bare: string,
  behind: string,
  measured: Measured,
  carriedVerb: string | undefined,
  lex: Lexicon,
): Deed | null {
  const { quantity, clause } = loose;
  const span = { from: clause.from, to: quantity.end };
  const moved = reachedBy.exec(bare);
  if (moved && (measured.measure === 'level' || measured.measure === 'share')) {
    const object = nounOf(bare.slice(0, moved.index), lex);
    return object ? { verb: `${moved[1]}${moved[2]}`, object, ...measured, ...span } : null;
  }
  if (/growth|change/.test(measured.measure) || (measured.measure === 'cumulative' && quantity.unit === '%')) {
    const object = nounOf(bare.replace(measuring, ''), lex);
    return object ? { verb: movement(bare, measured.sign), object, ...measured, ...span } : null;
  }
  if (measured.measure === 'share') {
    const object = nounOf(bare, lex);
    return object && rated.test(object) ? { verb: '达', object, ...measured, ...span } : null;
  }
  const stem = bare.replace(tail, '');
  const inner = lex.inner.all(stem).at(-1);
  const counted = behindNoun(loose, behind, lex);
  if (inner && !/^[区中站费金率业部员机单点用地带性型化厂场馆所院]/.test(stem.slice(inner.end))) {
    const subject = inner.start > 1 ? nounOf(stem.slice(0, inner.start), lex) : null;
    const object = counted ?? (inner.end < stem.length ? nounOf(stem.slice(inner.end).replace(lex.chained, ''), lex) : subject);
    if (object)
      return {
        verb: inner.value,
        object,
        ...measured,
        from: clause.from,
        to: endOf(loose, object),
      };
  }
  const verb = (counted && deedBehind.exec(behind.slice(counted.length))?.[1]) ?? (loose.joined ? carriedVerb : undefined);
  const object = counted ?? nounOf(bare, lex);
  return object
    ? {
        ...(verb && { verb }),
        object,
        ...measured,
        from: clause.from,
        to: endOf(loose, object),
      }
    : null;
}

/** 改造80个老旧小区: the noun that is counted stands behind. */
function behindNoun({ quantity, clause }: Loose, behind: string, lex: Lexicon): string | null {
  const joint = /[和及与、]$/.test(clause.text.slice(clause.from, clause.to));
  const words = clause.text.slice(clause.from, clause.to);
  const asked = lex.inner.all(words).at(-1)?.end === words.length;
  if (!joint && !(asked && behind.length > 2 && quantity.unit !== '%') && /[%元]|百分点|公里|[^个]米|吨|亩|千瓦|TEU/.test(quantity.unit))
    return null;
  if (notBehind.test(behind)) return null;
  const verb = lex.inner.longest(behind, 0);
  if (verb && !/^(?:资金|项目|工程|中心|基金|用地|人员|企业|基地|设施|任务)/.test(behind.slice(verb.end))) return null;
  const deedAt = behind.search(deedBehind);
  const object = (deedAt >= 2 ? behind.slice(0, deedAt) : behind).replace(/[和及与、的]+$/, '');
  if (object.split('“').length !== object.split('”').length) return null;
  // 3个|20万吨级深水泊位
  return noun.test(object.replace(graded, '')) && object.length <= 22 ? object : null;
}

/** 62个年度污染防治项目全面完成 */
function doneBehind({ quantity, clause, until, joined }: Loose, behind: string, measured: Measured, lex: Lexicon): Deed | null {
  const verb = done.exec(behind)?.[1];
  if (joined || !verb || duration.test(quantity.unit)) return null;
  const object = behind.replace(done, '').replace(doneAdverbs, '').replace(lex.adverbs, '');
  return noun.test(object) && object.length <= 24 ? { verb, object, ...measured, from: clause.from, to: until } : null;
}

/** The noun without the predicate behind it; of a long enumeration its last member. */
function nounOf(words: string, lex: Lexicon): string | null {
  let object = words
    .replace(/\([^()]*\)|\[\d+\]/g, '')
    .replace(tail, '')
    .replace(lex.adverbs, '')
    .replace(/^\d+[个项条家座处名所件户批](?=[^\d]{2})/, '');
  const listed = object.lastIndexOf('等');
  if (object.length > 12 && listed > 0 && listed < object.length - 2) object = object.slice(listed + 1);
  if (object.length > 20) object = object.slice(object.lastIndexOf('、') + 1);
  object = object.replace(/(?:[的、:和及与并等]|以及)+$/, '').replace(/^[、的]+/, '');
  if (/^“[^”]*$/.test(object) || /^[^“]*”$/.test(object)) object = object.replace(/[“”]/, '');
  return noun.test(object) && !notNoun.test(object) && !generic.test(object) && object.length <= 26 ? object : null;
}
