import type { Lexicon } from '../lexicon.ts';
import { levelled, reachedBy } from './told.ts';
import { type VerbPhrase, verbPhrase } from './verb-phrase.ts';

/** 举办花市、|人流量|突破190万人次; 办好博览会、|项目签约|3543亿元: another clause behind 、 */
export function lastPiece(words: string, lex: Lexicon): string {
  const at = words.search(/、[^、“”的等]{3,8}$/);
  const verb = at < 0 ? null : verbPhrase(words, false, lex);
  if (!verb || verb.start + verb.verb.length >= at || /^(?:实现|完成|新增|带动|达到|保持|确保|创造)/.test(verb.verb)) return words;
  const piece = words.slice(at + 1);
  const own = verbPhrase(piece, false, lex);
  const does = own !== null && own.start > 1 && own.end === piece.length;
  return verb.end < at && (does || (own === null && /流量|[总额值]额$|访问量$|交易额$|销售额$/.test(piece))) ? piece : words;
}

/** 市政府确定的|57项|重点项目全部落实, 抓好省委确定的|14项|改革: a verb before 的 describes what is counted; not 新认定的 */
export function withoutAttribute(words: string, lex: Lexicon): string {
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

/** 争取|中央转移支付: what is won; 争取 before a verb only pushes it. */
const gained =
  /(?<=^(?:累计|全力|积极|共|已|全年)*)争取(?:中央|上级|国家|省级?|自治区级?|各类|各级|专项|资金|政策|债券|到位)(?!.*(?:达到?|突破|超过?|增长)$)/;

/** 有效|投诉; not 有效|化解纠纷 */
function isValid(adverbs: string, words: string, lex: Lexicon): boolean {
  const at = words.indexOf(adverbs) + adverbs.length;
  return adverbs.endsWith('有效') && lex.predicates.longest(words, at) === null;
}

/** Words before a figure without what says nothing of the deed: 全年新增 → 新增, 提高到每年 → 提高到 */
export function bareOf(words: string, lex: Lexicon): string {
  const won = gained.exec(words);
  if (won) return words.slice(won.index);
  const keep = (adverbs: string): string => (isValid(adverbs, words, lex) ? '有效' : '');
  return (
    words
      .replace(/^[”"《》①-⑳]+|^[一二三四五六七八九十]是|^\(?\d{1,2}(?:[)、]|\.(?!\d)|(?=[将把力新改]))/, '')
      .replace(/^重点(?=(?:建设|推进|打造|支持|培育|发展|抓好|实施|开展|整治|改造)(?!项目|工程|任务))/, '')
      .replace(lex.adverbs, keep)
      // 高标准、高质量|办结
      .replace(/^、/, '')
      .replace(lex.adverbs, keep)
      .replace(/^[”"《》]+/, '')
      // 改造完成后可|新增
      .replace(/^[^,、]{2,8}后(?:即?可|将)(?=.{2})/, '')
      // 为3.4万名|从业人员提供培训
      .replace(/^(?:(?:为|向|对|给)[^,、]{2,8}的|为|向|对|给|把|将)$/, '')
      .replace(/(?<=[到至])每(?:[人户名])?(?:每?[年月天])?$/, '')
  );
}

/** 安置场所达|128所, 运营地铁长度|100公里: a verb that begins the name of a level. */
export function isName({ verb, start }: VerbPhrase, words: string, lex: Lexicon): boolean {
  const level = start === 0 && /^(?:规划|运营|造林|绿化|引导)$/.test(verb) && /(?:长度|里程|面积|规模|总投资)均?$/.test(words);
  return lex.nominal.has(verb) && (levelled.test(words) || level);
}
