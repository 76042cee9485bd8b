import { quantities } from '../../text/quantity.ts';
import { boundaries } from '../../text/segment.ts';
import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';

/** Verbs that are said of another deed: 推进|2所高中、9所学校|改造 */
const carrying = /(?:完成|推进|推动|启动|实施|开展|加快|做好|抓好|实现|促进|支持|新开工|开工)$/;
/** Verbs that make a thing: 建成|8个街道、82个社区|电子监控平台 */
const making = /(?:建成|设立|建立|新建|建设|配备|布设|新增|打造|培育|引进|完成改造|改造完成|改造|编制|出台|发布|制定|公布)$/;
/** Places that nobody makes, and classes that are no thing: 8个街道, 2家千亿级 */
const nobody = /^(?:街道办?|部门|单位|小区|城中村|社区|行政村|村|乡镇|镇|县|区|市|老?住宅区|老旧小区|职能部门|.{1,4}级)$/;
/** A noun that is a deed by itself: 26条|道路品质提升行动 */
const whole = /(?:工程|行动|项目|任务|计划|活动|方案|事项)$/;
/** Ends of nouns that are places and things: 城中村|管道燃气改造, 义务教育学校|改造 */
const things =
  /(?:[区村校园所站厂桥路河渠库院馆店点楼栋宅镇乡县市沟炉级]|(?<!国)家|中学|小学|高中|街道办?|城中村|立面|机组|企业|泵站|水体)$/;

/**
 * What the last member of a list says for the ones before: 改造 of 2所|高中|、9所学校改造, 管道燃气改造 of 25个|小区|、12个城中村管道燃气改造;
 * '' where `noun` is one by itself.
 */
export function sharedHead(noun: string, verb: string, { clause, quantity, until }: Loose, lex: Lexicon): string {
  if (whole.test(noun) || /^“[^”]*”$/.test(noun) || deedOf(noun, lex) !== '') return '';
  const rest = clause.text.slice(quantity.end);
  const behind = rest.startsWith(noun) ? rest.slice(noun.length) : clause.text.slice(until);
  const list = /^(?:[、和及与]|以及)[^,;:。—!?]*/.exec(behind)?.[0] ?? '';
  const last = quantities(list, lex.units).at(-1);
  if (!last || quantity.unit === '%') return '';
  const words = list.slice(last.end);
  if (words.length < 2 || words.length > 20) return '';
  const deed = deedOf(words, lex);
  // 78公里|污水管道、75.3公里雨水管渠|的规划设计
  const whose = /^[^的]{2,}(的[^的]{2,8})$/.exec(words)?.[1];
  if (whose !== undefined && carrying.test(verb) && deed !== '') return whose;
  const all = tailOf(words, noun);
  // 3个|微片区|和5个社区公园改造
  const tail = all && deed !== '' && all !== deed && all.endsWith(deed) && things.test(all.slice(0, -deed.length)) ? deed : all;
  // 3.7万户|优质饮用水入户
  if (carrying.test(verb) && deed !== '' && /(?:设施|管网|设备|系统|线路)$/.test(noun)) return deed;
  if (carrying.test(verb) && deed !== '') return tail ?? (last.unit.endsWith('户') ? words : deed);
  // 9个|城中村|“正本清源”工程
  if (carrying.test(verb) && nobody.test(noun) && whole.test(words) && tail) return tail;
  return making.test(verb) && nobody.test(noun) && tail ? tail : '';
}

/** 管道燃气改造 of 城中村管道燃气改造 */
function tailOf(words: string, noun: string): string | null {
  // 2个街道级、10个社区级|公共文化服务中心
  const kind = noun.endsWith('级') ? /级$/ : things;
  const at = [...boundaries(words)].find((end) => end > 1 && end < words.length - 1 && kind.test(words.slice(0, end)));
  if (at === undefined) return null;
  const tail = words.slice(at).replace(/^\([^()]*\)/, '');
  // 1个集装箱|泊位、西港区|泊位建设
  const same = [...tail].findLastIndex((_, i) => noun.endsWith(tail.slice(0, i + 1)));
  return tail.slice(same + 1);
}

/** The deed that a noun ends with: 改造 of 学校改造; '' where it names a thing. */
export function deedOf(all: string, lex: Lexicon): string {
  const words = all.replace(/(?:任务|工作)$/, '');
  if (lex.predicates.get(words) !== undefined) return all;
  for (const at of boundaries(words)) {
    if (at > 1 && at < words.length && lex.predicates.get(words.slice(at)) !== undefined) return all.slice(at);
  }
  return '';
}
