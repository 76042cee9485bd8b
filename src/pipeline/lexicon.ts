import type { Dictionary, Indicator } from '../schemas/indicator.ts';
import { Trie } from '../text/trie.ts';
import { halfWidth } from '../text/width.ts';

/** A printed name: its indicator, and whether it means that only before a growth (服务业增长8%). */
export interface Name {
  indicator: Indicator;
  growing: boolean;
}

/** The dictionary made ready for reading. */
export interface Lexicon {
  units: readonly string[];
  names: Trie<Name>;
  verbs: Trie<string>;
  /** What may stand between an indicator and its figure: 同比增长, 总额达, (不含农户)完成 */
  predicate: RegExp;
  /** What may stand before an indicator and does not narrow it, at the end of a text: 全区, 2019年实现 */
  before: RegExp;
  /** A part of the region, at the end of a text: 港区, 长沙高新区 */
  place: RegExp;
  /** The region itself, at the end of a text: 全区 */
  own: RegExp;
  /** A clause that only places the figure before it: 居全市第二 */
  aside: RegExp;
  /** Words at the beginning of a clause that are no part of its object: 全年 */
  adverbs: RegExp;
  /** Verbs inside a clause, without those that are mostly nouns there. */
  inner: Trie<string>;
  /** Verbs that are mostly nouns: 培训 */
  nominal: ReadonlySet<string>;
  /** Verbs that go on with the one before: 组织实施 */
  chained: ReadonlySet<string>;
  /** All verbs, those too that stand only in the predicate of what was counted: 3家机构|成为龙头 */
  predicates: Trie<string>;
  /** Verbs that are no part of a noun: 获评 */
  finite: ReadonlySet<string>;
  /** Verbs that end a predicate, but may stand before a noun as well: 落户 */
  ending: ReadonlySet<string>;
  /** Nouns that a verb before them belongs to: 改造|工程 */
  head: ReadonlySet<string>;
  /** Such a noun at the beginning of a text. */
  heads: RegExp;
  /** The words of movement in a predicate, the levels (降至) before the rates (下降) that they begin with. */
  movement: RegExp;
  /** 城乡 → 城镇, 农村 */
  collective: ReadonlyMap<string, readonly string[]>;
  rise: ReadonlySet<string>;
  fall: ReadonlySet<string>;
}

/** 2019年底, 三年来, “十三五”时期, (不含农户), [1], 突破百亿大关 */
const dates = String.raw`\d{4}年(?:底|末|初)?|[二两三四六七八九]年多?来|“?十[一二三四五六七八九]五”?(?:期间|时期|以来|末)?(?!”?规划|”?纲要)|上半年|[前一二三四]{1,2}季度|\d{1,2}(?:-\d{1,2})?月份?|\([^()]{0,40}\)|\[[^\]]{0,8}\]|连续[一二三四五六七八九十\d]+年|(?:突破|迈上|跨越|跨上|站上)[十百千万]{1,2}亿元?(?:大关|台阶|级)、?`;

const lexicons = new WeakMap<Dictionary, Lexicon>();

/** Compiles a dictionary once. */
export function lexicon(dictionary: Dictionary): Lexicon {
  const known = lexicons.get(dictionary);
  if (known) return known;
  const { words } = dictionary;
  const predicates = union(words.filler, words.base, words.rise, words.fall, words.reach);
  const made: Lexicon = {
    units: dictionary.units,
    names: nameTrie(dictionary),
    verbs: verbTrie(dictionary.verbs),
    inner: verbTrie(dictionary.verbs.filter((verb) => !words.nominal.includes(verb))),
    nominal: new Set(words.nominal),
    chained: new Set(words.chained),
    predicates: verbTrie([...dictionary.verbs, ...words.finite, ...words.ending]),
    finite: new Set(words.finite),
    ending: new Set(words.ending),
    head: new Set(words.heads),
    heads: new RegExp(`^(?:${union(words.heads)})`),
    predicate: new RegExp(`^(?!.*增加值)(?:${predicates}|[比较](?:${dates})|${dates})*$`),
    before: new RegExp(
      `(?:${union(words.before, words.own)}|${dates}|[一二三四五六七八九十]是|(?<!\\d)\\(?\\d{1,2}(?:\\)|\\.(?!\\d))|[:“”"一])$`,
    ),
    place: new RegExp(`(?:${union(words.places)})$`),
    own: new RegExp(`(?:${union(words.own)})$`),
    aside: new RegExp(`^(?:继续|持续|仍然?|依然)?(?:${union(words.aside)})`),
    adverbs: new RegExp(`^(?:(?:${union(words.adverbs, words.own)})(?!性)|${dates})+`),
    movement: new RegExp(union(words.reach, words.rise, words.fall), 'g'),
    collective: new Map(Object.entries(words.collective)),
    rise: new Set(words.rise),
    fall: new Set(words.fall),
  };
  lexicons.set(dictionary, made);
  return made;
}

function union(...lists: readonly string[][]): string {
  return (
    [...new Set(lists.flat())]
      .sort((a, b) => b.length - a.length)
      // A word may end in a lookahead, as units do: 共(?!建)
      .map((word) => word.replace(/^[^(]+/, (plain) => plain.replace(/[.*+?^${}|[\]\\]/g, '\\$&')))
      .join('|')
  );
}

function nameTrie({ words, indicators }: Dictionary): Trie<Name> {
  const names = new Trie<Name>();
  for (const indicator of indicators) {
    for (const alias of [indicator.name, ...indicator.aliases].flatMap((name) => expand(name, words))) {
      names.add(halfWidth(alias), { indicator, growing: false });
    }
  }
  for (const indicator of indicators) for (const name of indicator.growing) names.add(halfWidth(name), { indicator, growing: true });
  return names;
}

function verbTrie(verbs: readonly string[]): Trie<string> {
  const trie = new Trie<string>();
  for (const verb of verbs) trie.add(verb, verb);
  return trie;
}

/** 单位{GDP}能耗 → 单位GDP能耗, 单位地区生产总值能耗, … */
function expand(alias: string, words: Dictionary['words']): string[] {
  const slot = /\{(.+?)\}/.exec(alias);
  if (!slot) return [alias];
  const synonyms = slot[1] === 'GDP' ? words.GDP : words.比重;
  return synonyms.flatMap((word) => expand(alias.replace(slot[0], word), words));
}
