import type { Lexicon } from '../lexicon.ts';
import { verbEnd } from './verb-phrase.ts';

/** What is said of the things that a figure counts: 28栋违法建筑|全部处置完毕 */
export interface Predicate {
  /** Where it begins in the words behind the figure. */
  at: number;
  verb?: string;
}

/** In the predicate of what was counted: 28栋违法建筑|全部处置完毕 */
const adverbs =
  /^(?:全部|全面|顺利|成功|正式|相继|已经?|基本|如期|按期|均|都|提前|圆满|集中|陆续|扎实|有序|加快|稳步|持续|同步|率先|首次|较好|高质量|累计|分期|分批|逐步|依法|再(?!就业)|全线|全程|整县|整村|全[省市区县域]|[省市区县]内|跨[省市区域]|有力|有效|按时|如数|首批|现场|当场|又|也|还|及时|分类|依次|正在?|开始|悉数|一次性|平稳|大幅|明显|显著|专门|高效|良好|妥善|实质性|及早|尽早|尽快)+(?!的)/;
/** Adverbs that no noun has in it. */
const strong = /全部|全面|均|都|已/;
/** 实现|脱贫, 进行|综合治理 */
const light = /^(?:实现|完成|得到|得以|予以|进行|实行|实施)了?/;
/** Deeds whose object is another one: 完成6个|农贸市场升级改造 */
export const carrying = /^(?:完成|超额完成|推进|实现|启动|开展|组织|实施|做好|抓好|办理|谋划)/;
/** Verbs that say nothing, or something else, without their object: 3个项目|完成规划审批, 8所民办幼儿园|转为公办幼儿园 */
const bearing =
  /^(?:(?:基本)?完成|开展|实现|通过|享受|接受|消除|取得|发挥|提供|达到|纳入|列入|进入|不及|未达|帮助|支撑|承担|实施|建成|建立|设立|设置|公布|组建|打造|打造成|引进|推出|举办|成立|出台|开设|开办|做到|达成|用上|住上|接通|受聘成为|成为|.+为)$/;
/** A complement is short: 转为公办幼儿园 */
const longest = 18;
/** Who is brought to do something does it: 新增2家社康|达到推荐标准 */
const brought = /^(?:新增|实现|促进|帮助|支持|推动|助力|助推|协助|引导|鼓励|组织|邀请|指导|确保)$/;
/** 处置|完毕 */
const complement = /^(?:完毕|成功|到位|完成|结束|为|成|至|到)?$/;
const ended = /(?<=.{2})(?:完毕|成功|到位|完成|结束|[为成至到]|并.*)$/;
/** 以…形式, 向社会开放, 在全市: the predicate begins. */
const preposition =
  /^(?:向(?!日葵)|被|由|以(?![上下内外])|在(?!建|线|校|岗|职|编)|从(?!业)|对(?![口外标接象策手话称应])|来(?=我[国省市区县州]|.{1,2}(?:就业|创业|投资|工作|旅游|观光))|作为|之后|到(?![位期岗达])|赴|为(?=[^,、]{2,8}(?:提供|开展|服务)))/;

/**
 * Where in the words behind a figure the predicate begins, and its verb: 企业总部|落地. `ends`: where their words end. After a verb
 * (`told`) what could be part of the noun is one. null where all is a noun.
 */
export function predicate(words: string, ends: ReadonlySet<number>, told: string | null, lex: Lexicon): Predicate | null {
  for (const at of ends) {
    // “高效办成一件事”事项
    if (at === 0 || words.slice(0, at).split('“').length !== words.slice(0, at).split('”').length) continue;
    const rest = words.slice(at);
    if (preposition.test(rest)) return { at, ...verbOf(rest, lex) };
    const adverb = adverbs.exec(rest)?.[0] ?? '';
    const carried = carriedVerb(words, at + adverb.length, ends, lex);
    if (carried) return { at, verb: carried };
    const end = verbEnd(words, at + adverb.length, ends, lex.predicates);
    if (end === null) continue;
    // 道路市政化改造
    if (adverb === '' && words[at - 1] === '化' && lex.verbs.get(words.slice(at, end))) continue;
    const verb = words.slice(at + adverb.length, end);
    const after = words.slice(end);
    const subject = told === null || brought.test(told);
    const borne =
      subject &&
      (((lex.finite.has(verb) || bearing.test(verb) || /^整[县村镇乡市]/.test(adverb)) &&
        after.replace(/“[^”]*”/g, '').length <= longest) ||
        /^“[^”]{1,10}”$/.test(after));
    const whole = after !== '' && !/[前第]$/.test(after) && (isVerbs(after, lex) || borne);
    if (isPredicate(verb, after, adverb, told, lex))
      return { at, verb: whole ? alone(rest.slice(adverb.length), lex).replace(ended, '') : verb };
  }
  return null;
}

/** 建成公园、|开通专线: a verb behind 、 tells of another deed. */
function alone(words: string, lex: Lexicon): string {
  const first = /^(?:“[^”]*”|[^、“])*/.exec(words)?.[0] ?? '';
  // 荣获文华奖、荷花奖
  const another =
    lex.predicates.longest(words, first.length + 1) !== null || /^、(?:所有|全部|各|全[省市区县])/.test(words.slice(first.length));
  return first === '' || !another ? words : first;
}

/** 实现|脱贫, 进行|重点监督: the second verb says what was done. */
function carriedVerb(words: string, at: number, ends: ReadonlySet<number>, lex: Lexicon): string | null {
  const word = light.exec(words.slice(at))?.[0];
  if (word === undefined) return null;
  const from = at + word.length + (adverbs.exec(words.slice(at + word.length))?.[0].length ?? 0);
  const end = verbEnd(words, from, ends, lex.predicates);
  if (end !== null && isVerbs(words.slice(end), lex)) return words.slice(from).replace(ended, '');
  if (end !== null && !/^[完实][成现]/.test(word)) return words.slice(from, end);
  const last = [...ends].filter((each) => each >= from && each < words.length).at(-1);
  if (!/^(?:[进实]行|实施)/.test(word) || last === undefined || words.length - from <= 2) return null;
  // 实施|“二+5”管理服务模式
  return lex.predicates.get(words.slice(last)) === undefined && words.length - from <= longest
    ? words.slice(word === '进行' ? from : at)
    : words.slice(last);
}

/** 整治|提升到位 holds nothing but verbs. */
function isVerbs(words: string, lex: Lexicon): boolean {
  if (complement.test(words)) return true;
  const rest = words.replace(/^(?:[并和、及]|或者?)/, '').replace(adverbs, '');
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
  // 协助100家企业|推广|卓越绩效管理
  if (told !== null && brought.test(told) && !lex.nominal.has(verb) && after.length > 2 && !lex.head.has(after.slice(-2))) return true;
  if (told !== null) return complement.test(after) && (adverb !== '' || (lex.ending.has(verb) && !carried));
  return adverb !== '' || lex.ending.has(verb) || (complement.test(after) && !lex.nominal.has(verb));
}

/** The verb of 向社会开放, 以新面貌投用. */
function verbOf(rest: string, lex: Lexicon): { verb?: string } {
  const verbs = lex.predicates.all(rest);
  // 向社会|开放
  const verb =
    verbs.find(({ value }) => rest.startsWith('被') || !lex.nominal.has(value)) ?? verbs.findLast(({ end }) => end === rest.length);
  // 被|评为省一级中学
  if (verb && /[为成]$/.test(verb.value) && rest.length - verb.start <= longest) return { verb: rest.slice(verb.start) };
  return verb ? { verb: verb.value } : {};
}

/** The verb where nothing but a predicate stands behind a figure: 栈道4公里|全线开工 */
export function predicateOnly(behind: string, lex: Lexicon): string | undefined {
  return lex.predicates.get(behind.replace(adverbs, ''));
}
