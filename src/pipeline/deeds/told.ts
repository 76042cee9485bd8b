import type { Loose } from '../figures.ts';
import type { Measured } from '../measure.ts';

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

/** Movements that a figure measures. */
export const movements = /增长|提高|提升|上升|下降|减少|压减|缩减|降低|增加|缩短|压缩|精简/;

export const measuring = new RegExp(
  `(?:同比|累计|年均|较上年|比上年|[比较]\\d{4}年|再|平均|分别)*(?:${movements.source}|上涨)(?:了|率|近|约|至|到|超过?)*$`,
);

/** 处置能力提高到1459万吨 */
export const reachedBy =
  /(?<verb>(?:优化)?(?:整合|合并|归并|调整)(?:为|成)|(?:提高|提升|增加|扩大|增长|上升|攀升|跃升|回升|恢复|下滑|回落|收窄|削减|压降|压减|压缩|缩短|缩减|减少|降低|下降|精简|拓展|扩种|上调|下调|增|升|降|减|缩|扩|压)(?:到|至|为))(?:\d{4}年的?)?$/;

export const duration = /^(?:个工作日|小时|分钟|天|岁|分|倍|成|番)$/;

/** 安置场所达|128所 */
export const levelled = /(?:达到?|为|增至|超过?|突破|有)$/;

export const rated = /(?:率|占比|比重|比例|度|覆盖|覆盖面|质量|指数|增速|增幅|水平)$/;

/** A figure with its words, read but for what was done. */
export interface Told {
  loose: Loose;
  /** Before the figure, without adverbs and times. */
  words: string;
  /** Behind the figure, up to the next figure or mark. */
  behind: string;
  measured: Measured;
  before: Before;
}

/** 达35家, 突破1200亿元 */
export function isLevel({ quantity, clause }: Loose, words: string): boolean {
  return levelled.test(words) || /突破|超过?|达到?|跨越|[站迈跃]上|不[低少]于/.test(clause.text.slice(quantity.start, quantity.at));
}

export function allWords({ clause }: Loose): string {
  return clause.text.slice(clause.from, clause.to);
}

/** 件 and 份 count papers alike. */
export function sameUnit(one: string, other = ''): boolean {
  const base = (unit: string): string => unit.replace(/^[万亿]+/, '').replace('份', '件');
  return base(one) === base(other);
}

/** The clause ends behind the noun that is counted and what was done with it, else behind the figure. */
export function endOf({ quantity, clause, until }: Loose, object: string): number {
  const behind = clause.text.slice(quantity.end, until).replace(/[和及与、]+$/, '');
  const noun = behind.replace(/^的/, '');
  return noun !== '' && (noun.startsWith(object) || object.startsWith(noun)) ? quantity.end + behind.length : quantity.end;
}

export function movement(words: string, sign: 1 | -1): string {
  return movements.exec(words.replace(/增加值/g, ''))?.[0] ?? (sign === 1 ? '增长' : '下降');
}

/** Figures that only place or compare: 高于全省平均水平, 占全市48% */
export const comparison =
  /(?:高于|低于|快于|高出|优于|好于|相当于|位居|排名|居全|距离|距|最(?![低高]?(?:生活|工资|养育|保障))|每(?![百千万]名?[^,]{0,12}人|[百千万](?:名|户|[^,]{0,8}人口))|第(?![一二三四五六七八九十\d]+[批届次期轮])|平均水平的?)[^,]*$|(?:在(?:世界|全球|全[国省市区县])|(?<![班系])列|列入|纳入|跻身|进入|成为|属于|位于|作为)(?:全[国省市区县]|世界|全球|国内)?$|(?<!控制|稳定|保持|维持)在$|^(?:还有?|仍有?|尚有?)$|^(?:占|比|较|是|为|超|达|共)?$/;
