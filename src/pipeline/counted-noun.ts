import { boundaries } from '../text/segment.ts';
import type { Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { leads } from './subjects.ts';
import { verbEnd, verbPhrase } from './verb-phrase.ts';

/** What stands behind a figure: the noun that it counts, and what the things did or what was done with them. */
export interface CountedNoun {
  noun: string;
  verb?: string;
  /** Nothing is behind the verb: 失业人员|就业 */
  ends?: boolean;
}

/** A noun may begin with a number: 5G基站, 24小时自助图书馆, 10亿元以上项目 */
const nounShape = /^(?:\d{1,3}(?:[GDK]|小时|米|公里|分钟)|\d[\d.]*[千百]?[万亿]*元(?:及?以上|以下)?)?[^\d,;:。!?%、的][^,;:。!?]*$/;
/** One character that is a noun by itself: 8个|市 */
const short = /^[省市区县乡镇村街校馆站厂店]$/;
/** 203个断面水质优良率|达100%: what is measured of the things, not they. */
const measured = /(?:率|水质|面积|产值|投资额?|收入|增加值|指数)$/;
/** 20万吨级, 110kV: the size of what is counted. */
const graded = /^\d[\d.]*(?:[万千]?吨级|千伏|kV)/;
const notBehind =
  /^(?:全部|全面|已|均|都|顺利|成功|并|位居|居(?=全|于|第|前|世)|占|为|是|达|同比|较|比|增长|下降|以|被|相继|陆续|正式|的|和|及|与|等|大关|目标|任务|余|左右|以上|以下|以内|率先|位列|得到|获得|通过|进行|实行|赴|前往|就近|免费|列(?=全|第|入|为)|排(?=名|在|全|第)|创(?=历史|新高|下)|高速)/;
/** In the predicate of what was counted: 28栋违法建筑|全部处置完毕 */
const strong = /全部|全面|均|都|已/;
const adverbs =
  /^(?:全部|全面|顺利|成功|正式|相继|已经?|基本|如期|按期|均|都|提前|圆满|集中|陆续|扎实|有序|加快|稳步|持续|同步|率先|首次|较好|高质量|累计|分期|分批|逐步|依法|再|全线|全程|顺利|有力|有效)+(?!的)/;
/** 实现|脱贫, 进行|综合治理 */
const light = /^(?:实现|完成|得到|予以|进行|实行|实施)了?/;
/** Deeds whose object is another one: 完成6个|农贸市场升级改造 */
const carrying = /^(?:完成|超额完成|推进|实现|启动|开展|组织|实施|做好|抓好|办理|谋划)/;
/** 处置|完毕 */
const complement = /^(?:完毕|成功|到位|完成|结束|为|成|至|到)?$/;
const ended = /(?<=.{2})(?:完毕|成功|到位|完成|结束|[为成至到]|并.*)$/;
/** 以…形式, 向社会开放, 在全市: the predicate begins. */
const preposition =
  /^(?:向(?!日葵)|被|由|以(?![上下内外])|在(?!建|线|校|岗|职|编)|从(?!业)|对(?![口外标接象策手话称应])|来(?=我[国省市区县州])|作为|之后|成为|达到)/;

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
  const behind = all.replace(/^\([^()]{1,6}\)次?/, '');
  if (notBehind.test(behind) || predicateOnly(behind, lex) !== undefined) return null;
  const words = behind.replace(graded, (size) => '级'.repeat(size.length));
  const ends = boundaries(words);
  if (!(told !== null && carrying.test(told)) && beginsWithVerb(words, ends, lex)) return null;
  const cut = predicate(words, ends, told, lex);
  const noun = behind.slice(0, cut?.at ?? behind.length).replace(/以及.*$|(?:[和及与、等全]|进行)+$/, '');
  if (!isNoun(noun.replace(graded, '')) || noun.length > 26 || (told === null && measured.test(noun))) return null;
  return { noun, ...(cut?.verb && { verb: cut.verb, ends: behind.endsWith(cut.verb) }) };
}

/** The verb where nothing but a predicate stands behind a figure: 栈道4公里|全线开工 */
export function predicateOnly(behind: string, lex: Lexicon): string | undefined {
  return lex.predicates.get(behind.replace(adverbs, ''));
}

/** 8个街道|建成农贸市场: to say that streets were built would be wrong. */
const making = /^(?:建成|建立|设立|设置|组建|打造|引进|推出|举办|成立|出台|开设|开办)$/;

/** 投入1亿元|扶持产业项目: what follows is another deed; 帮扶|资金, 就业|招聘会 are nouns. */
function beginsWithVerb(words: string, ends: ReadonlySet<number>, lex: Lexicon): boolean {
  const end = verbEnd(words, 0, ends, lex.verbs);
  if (end === null || lex.heads.test(words.slice(end))) return false;
  const verb = words.slice(0, end);
  return !lex.nominal.has(verb) && !(lex.ending.has(verb) && end < words.length);
}

interface Predicate {
  at: number;
  verb?: string;
}

/** Where the predicate begins, and its verb. */
function predicate(words: string, ends: ReadonlySet<number>, told: string | null, lex: Lexicon): Predicate | null {
  for (const at of ends) {
    if (at === 0) continue;
    const rest = words.slice(at);
    if (preposition.test(rest)) return { at, ...verbOf(rest, lex) };
    const adverb = adverbs.exec(rest)?.[0] ?? '';
    const carried = carriedVerb(words, at + adverb.length, ends, lex);
    if (carried) return { at, verb: carried };
    const end = verbEnd(words, at + adverb.length, ends, lex.predicates);
    if (end === null) continue;
    const verb = words.slice(at + adverb.length, end);
    const after = words.slice(end);
    if (told === null && making.test(verb) && after.length > 1 && !isVerbs(after, lex)) return { at };
    if (isPredicate(verb, after, adverb, told, lex))
      return { at, verb: after !== '' && isVerbs(after, lex) ? rest.slice(adverb.length).replace(ended, '') : verb };
  }
  return null;
}

/** 实现|脱贫, 进行|重点监督: the second verb says what was done. */
function carriedVerb(words: string, at: number, ends: ReadonlySet<number>, lex: Lexicon): string | null {
  const word = light.exec(words.slice(at))?.[0];
  if (word === undefined) return null;
  const from = at + word.length;
  const end = verbEnd(words, from, ends, lex.predicates);
  if (end !== null && isVerbs(words.slice(end), lex)) return words.slice(from).replace(ended, '');
  if (end !== null && !/^[完实][成现]/.test(word)) return words.slice(from, end);
  const last = [...ends].filter((each) => each >= from && each < words.length).at(-1);
  return /^(?:[进实]行|实施)/.test(word) && last !== undefined && words.length - from > 2 ? words.slice(last) : null;
}

/** 整治|提升到位 holds nothing but verbs. */
function isVerbs(words: string, lex: Lexicon): boolean {
  if (complement.test(words)) return true;
  const rest = words.replace(/^[并和、及]/, '');
  const end = lex.predicates.longest(rest, 0)?.end;
  return end !== undefined && isVerbs(rest.slice(end), lex);
}

/** Whether a verb with `after` behind it is no part of the noun before it. */
function isPredicate(verb: string, after: string, adverb: string, told: string | null, lex: Lexicon): boolean {
  // 已投产的项目, 改造工程: the verb describes the noun, or is part of it.
  if (after.length === 1 || /^[的率量数额费区]/.test(after)) return false;
  const carried = told !== null && carrying.test(told) && after === '' && adverb === '';
  if (lex.finite.has(verb) || strong.test(adverb)) return !carried;
  if (lex.heads.test(after)) return false;
  if (told !== null) return complement.test(after) && (adverb !== '' || (lex.ending.has(verb) && !carried));
  return adverb !== '' || lex.ending.has(verb) || (complement.test(after) && !lex.nominal.has(verb));
}

/** The verb of 向社会开放, 以新面貌投用. */
function verbOf(rest: string, lex: Lexicon): { verb?: string } {
  const verb = lex.predicates.all(rest).find(({ value }) => rest.startsWith('被') || !lex.nominal.has(value))?.value;
  return verb ? { verb } : {};
}

/** 3个组合港和|郴州、永州3个内陆港: what stands behind 和 leads to the next figure. */
export function beforeNext(behind: string, text: string, until: number): string {
  const next = /^(?:\d|、(?!\d)[^,;:。—!?()\d]*\d)/.test(text.slice(until));
  return next ? behind.replace(/(?<=.{2})[和及与](?!地区)(?=[^和及与]{2,}$).*$/, '') : behind;
}

/** Where the noun behind a figure ends that names several things: 16所学校、|幼儿园; a figure or a deed behind 、 is another. */
export function listEnd({ clause: { text, from, to }, quantity, until }: Loose, lex: Lexicon): number {
  if (/[元米里亩顷吨]$/.test(quantity.unit)) return until;
  const more = text[until] === '、' ? /^[^\d,;:。—!?()]{2,14}(?=[,;:。—!?]|$)/.exec(text.slice(until + 1))?.[0] : undefined;
  if (more === undefined || !isNoun(more) || leads(more, lex)) return until;
  const verb = verbPhrase(more, false, lex);
  // 完成9个村道路照明、|排水综合治理
  const nominal = verb?.end === more.length && verb.start > 0 && carrying.test(text.slice(from, to));
  return verb === null || nominal ? until + 1 + more.length : until;
}
