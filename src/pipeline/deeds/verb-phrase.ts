import { boundaries, segment } from '../../text/segment.ts';
import type { Trie } from '../../text/trie.ts';
import type { Lexicon } from '../lexicon.ts';

/** A verb with those that go on with it, as printed: 新建和提升. Positions are those of the words that were read. */
export interface VerbPhrase {
  verb: string;
  start: number;
  end: number;
}

/** What joins two verbs or two deeds: 新建、改扩建 */
const joint = /^(?:、|以及|[和及与并或])/;
/** 办理率, 建设用地, 服务机构, 招商引资: a verb before these is part of a noun. */
const nounAfter =
  /^(?:类(?!型)|[率量数额费度性型化区站点员师者权证法期厂场馆院类](?:[和及与]|(?![^、,]{0,1}[^、,\d]{3}))|引资|房(?![屋源产间]))/;

/** 新建|站点, 引进|数学研究所: a character that may begin a noun as well. */
const beginning = /^[站数点员师场院权]/;

/** What somebody else is brought to do is the deed: 提请人大|审议 */
const causative = /^(?:提请|组织|支持|指导|帮助|引导|鼓励|督促|协助|促成|推动|动员)$/;
/** Deeds that are things as well: 出台人员|服务|30条计划 */
const services = /^(?:服务|招商|保护|培训|提升|监管|管理)$/;
/** What is only used for the deed: 拿出岗位|安置|分流人员 */
const means = /^(?:拿出|利用|依托|出资|筹资|集资|借助|运用)$/;
/** Deeds that others may follow as their object: 完成|项目投资建设 */
const bringing = /^(?:超额|新增)?(?:完成|推进|推动|实施|开展|启动|组织|落实|实现|新增|加快|做好|抓好|确保)$/;
/** Nouns that begin like a verb. */
const compounds = /^(?:建设用地|服务贸易|服务消费|服务外包|签约户|转移就业收入|集采(?=药品|耗材)|拆除重建类|入园基金)/;
/** What comes of another deed: 2所学校拆建、|新增学位 */
const outcome = /^(?:新增|惠及|带动|实现|吸引|释放|提供|形成)/;
/** Bodies that are called 组织. */
const body = /(?:调解|社会|群团|党|国际|民间|合作|经济)$/;
const paying = /^(?:投入|安排|拨付|下达|筹集|发放|争取)/;
const titled = /^(?:项目|资金|专项|工程|计划|活动|政策|、)/;
/** 实施|方案 */
const titles = /^(?:基金|举措|任务|要求|方案|计划|行动|机制|制度|体系|标准|政策|措施|意见|办法|规划|细则|流程)(?:$|[、和及与]|项目)/;
/** 签约|项目 */
const modifier = /(?:改造|[扩改续]建|修复|签约|落户|落地|开工|竣工)$/;
/** 城中村改造|工程 */
const works = /(?:改造|[扩改续]建|修复|整治|治理|提升|建设)$/;
/** 配餐|中心 */
const places = /^(?:改革|中心|基地|平台|机构|设施|用房|用地|岗位|场所|站点)$/;

/**
 * The deed that words before a figure tell: the last one of a list (优化支出结构、|清收各类资金), else the one at the beginning, else
 * the last inside (城市更新|供应土地). `counted`: a noun follows the figure, so that nothing need follow the verb.
 */
export function verbPhrase(words: string, counted: boolean, lex: Lexicon): VerbPhrase | null {
  const ends = boundaries(words);
  const head = verbsAt(words, 0, ends, lex);
  const last = inner(words, head?.end ?? 1, counted, ends, lex);
  // 组织企业|开展|26场经贸活动; 提请人大|审议|草案26件
  // 出台人员服务|30条计划, but 出资购置|9万平方米用房
  const thing = last && lex.nominal.has(last.verb) && (services.test(last.verb) || words[last.start - 1] === '、');
  const named = head && last && (thing || (lex.nominal.has(last.verb) && bringing.test(head.verb)));
  const used = head && (means.test(head.verb) || (/^引[入导]$/.test(head.verb) && /^(?:社会|第三方|市场)/.test(words.slice(head.end))));
  if (used && last && (last.end < words.length || counted)) return last;
  if (last && ((counted && last.end === words.length && !named) || (causative.test(head?.verb ?? '') && last.end < words.length - 1)))
    return /提请/.test(words.slice(0, last.start)) ? { ...last, verb: `提请${last.verb}` } : last;
  // 更新项目|释放|空间: the first one belongs to the name of what did it.
  if (head && last && last.end < words.length && !bringing.test(head.verb) && !titled.test(words.slice(last.end))) {
    if (lex.head.has(words.slice(head.end, last.start).replace(/(?:年内|累计|全年|共|已|预计)+$/, ''))) return last;
  }
  // 完成创建驿站、实施计划等|13个项目
  if (head && /等(?:首批)?$/.test(words)) return head;
  const member = listed(words, head?.end ?? 1, counted, ends, lex);
  // 省级|清理退出、盘活优化|各类资金
  const chained = member && last && last.start < member.start && member.end <= last.end && !outcome.test(member.verb);
  return (chained ? last : member) ?? head ?? last;
}

/** The last member of a list that is a deed of its own. */
function listed(words: string, from: number, counted: boolean, ends: ReadonlySet<number>, lex: Lexicon): VerbPhrase | null {
  for (let at = words.length - 1; at > from; at--) {
    if (!joint.test(words.slice(at - 1, at))) continue;
    const phrase = verbsAt(words, at, ends, lex);
    if (!phrase || lex.nominal.has(phrase.verb)) continue;
    if (phrase.end < words.length - 1 || counted) return phrase;
  }
  return null;
}

/** The verbs that begin at `at`: 新建, 新建改造, 新建、改扩建; null where a noun begins. */
function verbsAt(words: string, at: number, ends: ReadonlySet<number>, lex: Lexicon): VerbPhrase | null {
  const first = verbEnd(words, at, ends, lex.verbs);
  if (first === null || (nounAfter.test(words.slice(first)) && (ends.has(first + 1) || !beginning.test(words.slice(first))))) return null;
  if (compounds.test(words.slice(at))) return null;
  // 建|沼气池; inside a clause one character is seldom a verb
  if (first - at === 1 && at > 0 && words[at] !== '获') return null;
  if (lex.nominal.has(words.slice(at, first)) && places.test(words.slice(first))) return null;
  // 建成|项目总建筑面积
  if (/^(?:项目|企业|园区|地块)总/.test(words.slice(first))) return null;
  if (/^(?:建成|规划|竣工|新建)$/.test(words.slice(at, first)) && /^[^的、]{0,4}总(?:里程|面积|规模)/.test(words.slice(first))) return null;
  // 开展|招聘对接、直播带岗等活动
  if (/^(?:开展|举办|组织)$/.test(words.slice(at, first)) && /、.*等(?:活动|行动|服务)?$/.test(words))
    return { verb: words.slice(at, first), start: at, end: first };
  let end = first;
  for (let next = chainedEnd(words, end, ends, lex); next !== null; next = chainedEnd(words, end, ends, lex)) end = next;
  // 引进签约项目, 组织培训活动: the verb behind the first belongs to the noun; not in 组织实施项目.
  const last = words.slice(first, end);
  const rest = words.slice(end);
  const coordinated = joint.test(last);
  if (!coordinated && lex.head.has(rest) && (modifier.test(last) || lex.nominal.has(last))) end = first;
  // 列入更新计划项目
  else if ((lex.nominal.has(last) || rest === '流程') && titles.test(rest)) end = first;
  return { verb: words.slice(at, end), start: at, end };
}

function chainedEnd(words: string, from: number, ends: ReadonlySet<number>, lex: Lexicon): number | null {
  // 安置和正在落实安置
  const at = from + (/^(?:、|以及|[和及与并或])(?:正在|拟|已)?/.exec(words.slice(from))?.[0].length ?? 0);
  const end = verbEnd(words, at, ends, lex.verbs);
  // 发放|救助金
  if (end === null || words.length - end === 1 || nounAfter.test(words.slice(end))) return null;
  const word = words.slice(at, end);
  // 新引进、新认定
  if (at > from && !lex.nominal.has(word) && word.length > 1) return end;
  return lex.chained.has(at > from ? word.replace(/^新(?=.{2})/, '') : word) ? end : null;
}

/**
 * Where the longest verb at `at` ends, which is where a word ends. Where the segmenter cut otherwise, what is left must be a word:
 * 更新 of 更新改造, 并网 of 并网发电, 新建 of 新|建站|点, not 供应 of 供应链.
 */
export function verbEnd(words: string, at: number, ends: ReadonlySet<number>, verbs: Trie<string>): number | null {
  const longest = verbs.longest(words, at)?.end;
  // 新|转移
  if (longest === undefined && words[at] === '新' && ends.has(at + 1)) return verbEnd(words, at + 1, ends, verbs);
  if (longest === undefined) return null;
  // 新修|通村水泥路
  if (/^通[村乡组屯]/.test(words.slice(longest)) && longest - at > 1) return longest;
  if (/^通[村乡组屯]/.test(words.slice(longest - 1))) return null;
  const known = longest - at > 1 || words[at] === '获';
  for (let end = longest; known && end > at; end--) if (ends.has(end) && verbs.get(words.slice(at, end)) !== undefined) return end;
  // 建|沼气池, not 创|产用房
  const [next] = segment(words.slice(longest, longest + 4));
  const word = next && next.word.length > 1 && next.tag !== 'x';
  return word && (known || ends.has(longest)) ? longest : null;
}

/** 与濠江区|共建: what stands between is no beginning of a noun. */
const preposition = /^(?:[与同为向对给在把将]|通过|依托|经)/;

const persons = /^[^的、]{0,8}(?:人员|群众|劳动力|学生|患者|居民|农民|职工|对象|人口|家庭)$/;

/** Who does things, but names none that are done: 科研平台|开发|岗位, 产业资金|资助|企业 */
const doer =
  /(?:平台|资金|基金|专线|专班|部门|街道|法院|热线|志愿者|党员|集团|[南北东西中山海]港|成功|.{2,}共)(?:直接|主动|累计|共|“[^”]+”)*$/;
const measure = /(?:[额值量率数模入比积度]|机构|办法|人|成本|支出|经费|能力|协议|情况)$/;

/** The last verb inside that is none of a noun: 零基预算改革|优化|支出结构; a nominal one only where nothing else can be the deed. */
function inner(words: string, from: number, counted: boolean, ends: ReadonlySet<number>, lex: Lexicon): VerbPhrase | null {
  let found: VerbPhrase | null = null;
  let nominal: VerbPhrase | null = null;
  for (let at = from; at < words.length; at++) {
    if (!ends.has(at) || (found && at < found.end)) continue;
    const phrase = verbsAt(words, at, ends, lex);
    // 改革|实施方案
    if (phrase && titles.test(words.slice(phrase.end))) continue;
    // 市财政投入|帮扶|资金
    if (found && phrase && paying.test(found.verb) && titled.test(words.slice(phrase.end))) continue;
    // 城中村改造|工程
    if (phrase && works.test(phrase.verb) && /^(?:工程|项目|计划|行动|任务)$/.test(words.slice(phrase.end))) continue;
    // 人民调解组织|受理|纠纷
    if (phrase && /^组织./.test(phrase.verb) && (!ends.has(at + 4) || body.test(words.slice(0, at)))) continue;
    if (phrase && !lex.nominal.has(phrase.verb)) found = phrase;
    // 与濠江区|共建; 出资|购置|9万平方米产业用房; not “十二五”规划|22项指标
    else if (phrase && words[at - 1] !== '”' && (preposition.test(words) || (counted && phrase.end === words.length))) nominal = phrase;
    // 公益性岗位|安置|贫困群众
    else if (phrase && doer.test(words.slice(0, at)) && (words.length - phrase.end > 1 || words[at - 1] === '共') && !measure.test(words))
      nominal = phrase;
    else if (phrase && at > 1 && persons.test(words.slice(phrase.end)) && !/[的、]$/.test(words.slice(0, at))) nominal = phrase;
  }
  return found ?? nominal;
}
