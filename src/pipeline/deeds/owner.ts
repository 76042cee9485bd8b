import type { Figure, Loose } from '../figures.ts';
import { type Deed, movements } from './told.ts';

const measure = String.raw`产值|营收|营业额|营业总?收入|收入|利润(?:总额)?|资产(?:总额)?|市值|投资(?:总额|额)?|销售额|销售收入|销量|产量|税收|客流量?|人流量|访问量|交易[额量]|成交[额量]|里程|长度|规模`;
/** Measures that do not say of what: 产值, 总投资, 覆盖率 */
export const bare = new RegExp(
  `^(?:预计|全年|年度?|月|日均|人均|平均|均)?(?:总|主营业务)?(?:${measure}|估值|税费|上缴税费|纳税额?|(?:成交|合同|协议|签约|投资)?金额|合同(?:投资)?额|(?:建筑|用地|占地|产业)?面积|注册资[本金](?:总额|金)?|(?:综合)?覆盖率|[^、]{2}率)$`,
);
/** What such a measure is split off from: 生物企业|数, 布吉棚户区改造|签约率 */
const measures = new RegExp(
  `(?:(?:年|月|总|新)?(?:${measure}|业绩|金额|(?:建筑|用地|占地|播种|种植|养殖)?面积|(?:通车|运营)里程|增加值|数量?|人次|人数|总数|总量)|[签履交入开完]\\S率|(?:年均)?分别)$`,
);
const contribution = /^对[^,、]{2,8}贡献率$/;
/** 举办渔博会分会场,|交易额: whose it is told without a figure. */
const host = /(?:^|[,;:。])[^,;:。\d]{0,6}(?:举办|承办|主办)([^,;:。、\d]{3,16}),$/;
/** Deeds that are said of a measure whatever was done before: 实现|营业收入, 完成|投资 */
const said = /^(?:实现|完成|达到?|达成|创造|产生)$/;

type Found = readonly (readonly [Loose, Deed])[];

/**
 * Whose measure it is where its clause does not say so and the words before do: 累计引进生物企业35家,|实现产值3亿元 → 生物企业产值.
 * The object as it is where nothing does.
 */
export function ownedObject(loose: Loose, done: Deed, found: Found, figures: readonly Figure[]): string | undefined {
  const { object } = done;
  const { text, from } = loose.clause;
  if (!object || !asksOwner(object, done) || text.startsWith(object, loose.quantity.end)) return object;
  if (contribution.test(object)) return (/^[^,;:。、]{1,8}?业/.exec(text.slice(0, from))?.[0] ?? '') + object;
  const carried = carriedObject(loose, object, found);
  if (carried) return carried;
  const held = host.exec(text.slice(0, from))?.[1];
  const owner = held && found.at(-1)?.[0].clause.from !== from ? held : ownerBefore(loose, done, found, figures);
  if (!owner) return object;
  const measure = object.replace(/^(?:全年|年度|预计)/, '');
  // 居民养老保险参保|参保率
  return (owner.endsWith(measure.slice(0, 2)) ? owner.slice(0, -2) : owner) + measure;
}

/** What is done to a thing names it; 实现, 增长 and a bare level do not. */
function asksOwner(object: string, { verb, told }: Deed): boolean {
  const open = verb === undefined || told === 'held' || said.test(verb) || movements.test(verb);
  return open && (bare.test(object) || contribution.test(object));
}

/** 战略性新兴产业企业接近600家、营收1300亿元,|分别增长近2倍、3倍: the subject that is carried on was owned before. */
function carriedObject({ subject, clause }: Loose, object: string, found: Found): string | undefined {
  const one = subject && subject.end <= clause.from ? found.find(([before]) => before.clause.from === subject.from) : undefined;
  return one?.[1].object?.endsWith(object) ? one[1].object : undefined;
}

/** Whose figure stands in the clause before. */
function ownerBefore(loose: Loose, { object = '', verb }: Deed, found: Found, figures: readonly Figure[]): string | undefined {
  const { text, from } = loose.clause;
  // 办理建议126件、提案43件,|满意率均达100%
  if (/(?:均|都|双双)[^,、]{0,3}$/.test(text.slice(from, loose.quantity.start))) return undefined;
  const last = found.at(-1);
  const figure = figures.findLast(({ quantity }) => quantity.end <= loose.quantity.start);
  const deed = last && (!figure || last[0].quantity.end > figure.quantity.end) ? last : undefined;
  const end = deed?.[0].quantity.end ?? figure?.quantity.end ?? 0;
  // Several measures of one clause have one owner.
  if (end <= from && !/^[^,;:。—!?]{0,14}[,、]$/.test(text.slice(end, from))) return undefined;
  const owner = deed ? ofDeed(...deed, object.endsWith('率')) : figure ? ofFigure(figure, text) : undefined;
  // 新增企业5家,|完成投资10亿元
  return verb === '完成' && !/(?:项目|工程|计划|规划)$/.test(owner ?? '') ? undefined : owner;
}

/** 生物企业 of 引进|生物企业|35家; people and sums own nothing: 接待游客900万人次,收入60亿元 */
function ofDeed({ quantity }: Loose, { object = '', verb }: Deed, rate: boolean): string | undefined {
  const stem = object.replace(measures, '').replace(/^各类/, '');
  const counts = rate ? !/[元%]$/.test(quantity.unit) : /[个家项座栋条处所宗万]$/.test(quantity.unit);
  if (stem.length < 2 || (stem === object && !counts)) return undefined;
  return /^(?:签约|在建|储备)$/.test(verb ?? '') && stem === object ? `${verb}${stem}` : stem;
}

/** 金融业 of 金融业增加值 */
function ofFigure({ subject }: Figure, text: string): string | undefined {
  const label = text.slice(subject.start, subject.end);
  const stem = label.replace(measures, '');
  return stem !== label && stem.length > 1 && !/全[省市区县]|[工农]业$/.test(stem) ? stem : undefined;
}
