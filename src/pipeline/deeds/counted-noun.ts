import { boundaries, segment } from '../../text/segment.ts';
import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import { leads } from '../subjects.ts';
import { carrying, predicate, predicateOnly } from './predicate.ts';
import { deedOf } from './shared-head.ts';
import { verbEnd, verbPhrase } from './verb-phrase.ts';

/** What stands behind a figure: the noun that it counts, and what the things did or what was done with them. */
export interface CountedNoun {
  noun: string;
  verb?: string;
  /** Nothing is behind the verb: 失业人员|就业 */
  ends?: boolean;
}

/** A noun may begin with a number: 5G基站, 24小时自助图书馆, 10亿元以上项目, 2.0版应急管理站, 12345热线 */
const nounShape =
  /^(?:\d{1,3}(?:[GDK]|小时|米|公里|分钟)|\d[\d.]*(?:版|千伏|[A-Z]级|[万千百]?吨级|[十百千万]?亿级)|12\d{3}|\d[\d.]*[千百]?[万亿]*元(?:及?以上|以下)?)?[^\d,;:。!?%、的][^,;:。!?]*$/;
/** One character that is a noun by itself: 8个|市 */
const short = /^[省市区县乡镇村街校馆站厂店]$/;
/** 203个断面水质优良率|达100%: what is measured of the things, not they. */
const measured = /(?:率|水质|面积|产值|投资额?|收入|增加值|指数)$/;
/** 20万吨级, 110kV: the size of what is counted. */
const graded = /^\d[\d.]*(?:[万千]?吨级|千伏|kV)/;
const notBehind =
  /^(?:全部|全面|已|均|都|顺利|成功|并|位居|居(?=全|于|第|前|世)|占|为|是|达|同比|较|比|增长|下降|以|被|相继|陆续|正式|的|和|及|与|等|大关|目标|任务|余|左右|以上|以下|以内|率先|来.{1,2}(?:就业|创业|投资|工作|旅游|观光)|位列|得到|获得|通过|进行|实行|赴|前往|就近|免费|列(?=全|第|入|为)|排(?=名|在|全|第)|创(?=历史|新高|下)|高速(?!公路|铁路|路)|实现)/;
/** Whether words are a noun that a figure can count: 停车位; not 以上的, 7家 */
export function isNoun(words: string): boolean {
  if (words.split('“').length !== words.split('”').length) return false;
  return (words.length > 1 || short.test(words)) && nounShape.test(words) && !/[的、]$/.test(words);
}

/**
 * Divides the words behind a figure: 项目|集中开工. After a verb (`told`) what could be a noun is one: 完成6个|农贸市场升级改造.
 * null where no noun stands there.
 */
export function countedNoun(all: string, told: string | null, lex: Lexicon): CountedNoun | null {
  // 2.5万套|(间)城市危旧房
  const behind = all.replace(/^\([^()]{1,6}\)次?/, '').replace(/^(?:列入|纳入|符合|获得|享受)[^,;、的]{1,10}的/, '');
  if (notBehind.test(behind) || predicateOnly(behind, lex) !== undefined) return null;
  const words = behind.replace(graded, (size) => '级'.repeat(size.length));
  const ends = boundaries(words);
  if (!(told !== null && carrying.test(told)) && beginsWithVerb(words, ends, lex)) return null;
  const cut = predicate(words, ends, told, lex);
  const whole = behind
    .slice(0, cut?.at ?? behind.length)
    .replace(
      /(?<=.{2})(?:以及|并(?![购网联轨发])|和(?:一批|\d[\d.]*[万亿]|[百千万]余?[件个项家]|“\d)).*$|(?<=[村镇乡])和[^和、]{1,5}(?:[县市]|(?<![宅小社园片库地景厂])区)$|近[百千万]+[户人名].*$|(?:[和及与、等全]|进行)+$/,
      '',
    );
  // 以6所|研究院|为突破口
  const noun = whole.replace(/(?<=.{2})为(?:突破口|抓手|重点|契机|载体|核心|引领|支撑|依托|试点|主体|龙头|骨干|代表)(?:的.*)?$/, '');
  // 串联5个|消费街区|的环线巴士
  const related = told !== null && /(?:串联|连接|联通|贯通|覆盖|涉及|辐射)$/.test(told) ? noun.replace(/(?<=.{2})的.*$/, '') : noun;
  const one = firstDeed(related, lex);
  if (!isNoun(one.replace(graded, '')) || one.length > 26 || (told === null && measured.test(one))) return null;
  return { noun: one, ...(cut?.verb && { verb: cut.verb, ends: behind.endsWith(cut.verb) }) };
}

/** 6个|水库除险加固|和海堤提标改造: two deeds, of which the figure counts the first. */
function firstDeed(noun: string, lex: Lexicon): string {
  const [, first = '', second = ''] = /^([^“”]{4,})[和及与]([^“”]{5,})$/.exec(noun) ?? [];
  return first !== '' && ((deedOf(first, lex) !== '' && deedOf(second, lex) !== '') || isPlace(second, first)) ? first : noun;
}

/** 17个小型消防站|和清水河特勤消防站: one that bears the name of a place is none of the ones that are counted. */
function isPlace(words: string, other: string): boolean {
  return !words.startsWith('城中村') && segment(words)[0]?.tag === 'ns' && segment(other)[0]?.tag !== 'ns';
}

/** 投入1亿元|扶持产业项目: what follows is another deed; 帮扶|资金, 就业|招聘会 are nouns. */
function beginsWithVerb(words: string, ends: ReadonlySet<number>, lex: Lexicon): boolean {
  const end = verbEnd(words, 0, ends, lex.verbs);
  if (end === null || lex.heads.test(words.slice(end))) return false;
  const verb = words.slice(0, end);
  return !lex.nominal.has(verb) && !(lex.ending.has(verb) && end < words.length);
}

/** 3个组合港和|郴州、永州3个内陆港: what stands behind 和 leads to the next figure. */
export function beforeNext(behind: string, text: string, until: number, lex: Lexicon): string {
  // 101栋建筑立面整治提升|和人民南、北环大道
  const [, first = ''] = /^(.{4,})和[^和、]{2,6}$/.exec(behind) ?? [];
  if (first !== '' && text[until] === '、' && deedOf(first, lex) !== '') return first;
  const next = /^(?:\d|、(?!\d|共)[^,;:。—!?()\d]*\d)/.test(text.slice(until));
  return next ? behind.replace(/(?<=.{2}|^[区县镇村校])[和及与](?!地区)(?=[^和及与]{2,}$).*$/, '') : behind;
}

/** Where the noun behind a figure ends that names several things: 16所学校、|幼儿园; a figure or a deed behind 、 is another. */
export function listEnd({ clause: { text, from, to }, quantity, until }: Loose, lex: Lexicon): number {
  // 3个学科进入ESI前|1‰
  const rank = /前$/.test(text.slice(quantity.end, until)) ? /^\d[\d.]*[%‰强位名]?[^\d,;:。、—!?()]{0,12}/.exec(text.slice(until)) : null;
  if (rank) return until + rank[0].length;
  if (/[元米里亩顷吨]$/.test(quantity.unit)) return until;
  const more = text[until] === '、' ? /^[^\d,;:。—!?()]{2,24}(?=[,;:。—!?]|$)/.exec(text.slice(until + 1))?.[0] : undefined;
  if (more === undefined) return until;
  const first = text.slice(quantity.end, until);
  const longest = 26 - first.length;
  // 27条道路品质提升、|太宁路等慢行系统综合改造
  if (more.length > 4 && deedOf(first, lex) !== '' && deedOf(more, lex) !== '') return until;
  // 2条在建海缆、|海口业务出入口局; 8个街道、|N个单位; 838个高清镜头、|全区应用平台
  const plain = verbPhrase(first, false, lex) === null && !/实现|完成|建立/.test(first);
  if (plain && (/^[N几若两]/.test(more) || lex.own.test(more) || isPlace(more, first))) return until;
  if (more.length > longest || !isNoun(more) || leads(more, lex)) return until;
  const verb = verbPhrase(more, false, lex);
  // 完成9个村道路照明、|排水综合治理
  const lead = text.slice(from, to);
  const nominal =
    verb?.end === more.length &&
    verb.start > 0 &&
    (carrying.test(lead) ||
      (plain && more.includes('、') && verbPhrase(lead, false, lex) === null) ||
      /(?:吸引|引进|推动|支持)$/.test(lead));
  return verb === null || nominal ? until + 1 + more.length : until;
}
