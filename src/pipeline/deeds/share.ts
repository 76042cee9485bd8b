import { boundaries } from '../../text/segment.ts';
import type { Lexicon } from '../lexicon.ts';
import { countedNoun } from './counted-noun.ts';
import { nounOf } from './measured-noun.ts';
import { predicateOnly } from './predicate.ts';
import { comparison, type Deed, type Told } from './told.ts';
import { verbEnd, verbPhrase } from './verb-phrase.ts';

/** 政务服务事项|100%|进驻大厅; 99%的|行政审批事项|实现网上办理 */
export function ofShare({ loose, words, behind, measured }: Told, lex: Lexicon): Deed | null {
  const { quantity, clause, until } = loose;
  if (comparison.test(words) && words !== '') return null;
  const noun = clause.text[quantity.end] === '的' && words === '' ? countedNoun(behind, null, lex) : null;
  if (noun?.verb) return { verb: noun.verb, object: noun.noun, ...measured, from: clause.from, to: until };
  const whole = lex.predicates.get(words);
  const told = clause.text[quantity.end] === '的' || words.endsWith('了');
  const phrase = told ? (verbPhrase(words, false, lex) ?? (whole ? { verb: whole, start: 0, end: words.length } : null)) : null;
  // 完成80%的|土石方工程, 解决了74%以上|新增就业人口
  const part =
    phrase && phrase.end === words.replace(/了$/, '').length ? (countedNoun(behind, phrase.verb, lex)?.noun ?? nounOf(behind, lex)) : null;
  if (phrase && part) return { verb: phrase.verb, object: part, ...measured, from: clause.from, to: until };
  const verb = predicateOnly(behind, lex) ?? stated.exec(behind)?.[0] ?? leadingPredicate(behind, lex);
  const object = verb
    ? nounOf(words.replace(/(?:基本|全部|全面|均)*实现$/, '').replace(/^.*实现(?=.{2})|^(?:(?:继续)?保持|推进|推动|确保|力争)/, ''), lex)
    : null;
  return verb && object ? { verb, object, ...measured, from: clause.from, to: until } : null;
}

/** 100%|进驻大厅 */
export function leadingPredicate(behind: string, lex: Lexicon): string | undefined {
  const end = behind.length > 10 ? null : verbEnd(behind, 0, boundaries(behind), lex.predicates);
  return end === null || lex.nominal.has(behind.slice(0, end)) || lex.heads.test(behind.slice(end)) ? undefined : behind;
}

/** 公交车100%|纯电动化, 高频服务事项100%|“掌上办” */
const stated = /^(?:“[^”]+”|[^“”、]{1,8}(?:化|全覆盖|通办|办理|处理|达标|管控|监管|监控|办结|回复))$/;
