import { quantities } from '../../text/quantity.ts';
import { boundaries } from '../../text/segment.ts';
import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import { verbEnd } from './verb-phrase.ts';

/** Words that lead to those for whom something is done: 为, 累计向 */
const leading =
  /^(?:并|还|免费|无偿|累计|共|先后|全年|已|今年|首批|同步|确定|决定)*(?:为|向|对|给|面向|给予)(?:辖区|全[省市区县]|符合条件的)?$/;
/** 企业|累计|提供, not 近 of 附近 */
const adverbs = /(?:累计|全部|全面|集中|公开|免费|无偿|成功|共|分别|逐一|逐户|精准|及时|提前)+$/;
const longest = 18;

/** Those for whom something is done are counted, and what was done has an object of its own. */
export interface Recipients {
  noun: string;
  /** With its object and without figures: 提供个性化健康服务 */
  verb: string;
  /** Where the clause ends that tells of both. */
  end: number;
}

/** 为|2.3万户|家庭提供个性化健康服务; 向|13家|企业提供2430万元的无息借款 → 提供无息借款 */
export function recipients({ clause, quantity }: Loose, words: string, lex: Lexicon): Recipients | null {
  if (!leading.test(words)) return null;
  const behind = /^[^,;:。—!?、()]*/.exec(clause.text.slice(quantity.end))?.[0] ?? '';
  const ends = boundaries(behind);
  for (const at of ends) {
    const end = at < 2 ? null : verbEnd(behind, at, ends, lex.verbs);
    if (end === null || (lex.nominal.has(behind.slice(at, end)) && end < behind.length && !/^\d/.test(behind.slice(end)))) continue;
    const noun = behind.slice(0, at).replace(adverbs, '');
    // 对37所学校|进行形象美化 tells of no other object.
    if (/进行|予以/.test(noun)) return null;
    const verb = withoutFigures(behind.slice(at), lex).replace(/\[\d*\]|(?<=.{4})并(?![购网联轨发]).*$/g, '');
    return { noun, end: quantity.end + behind.length, verb: verb.length <= longest ? verb : behind.slice(at, end) };
  }
  return null;
}

function withoutFigures(words: string, lex: Lexicon): string {
  let plain = '';
  let at = 0;
  for (const { start, end } of quantities(words, lex.units)) {
    if (start < at) continue;
    plain += words.slice(at, start);
    at = end + (words[end] === '的' ? 1 : 0);
  }
  return plain + words.slice(at);
}
