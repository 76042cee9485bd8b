import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import { measureOf } from '../measure.ts';
import { nounOf } from './measured-noun.ts';
import { predicateOnly } from './predicate.ts';
import { type Deed, isLevel, measuring, movement, movements, rated, reachedBy } from './told.ts';
import { type VerbPhrase, verbPhrase } from './verb-phrase.ts';
import { bareOf } from './words.ts';

/** A member of a list, or a subject carried over: 中欧班列发运411列,增长189% */
export function ofSubject(loose: Loose, subject: NonNullable<Loose['subject']>, words: string, behind: string, lex: Lexicon): Deed | null {
  const { quantity, clause } = loose;
  const measured = measureOf(null, quantity, words, behind, lex);
  if (!measured || (measured.measure === 'share' && quantity.unit !== '%')) return null;
  const carried = subject.end <= clause.from;
  const whole = bareOf(subject.words ?? clause.text.slice(subject.start, subject.end), lex).replace(reachedBy, '');
  const moves = /growth|change/.test(measured.measure) || (quantity.unit === '%' && measured.measure !== 'share');
  const phrase = ownVerb(whole, carried, !moves, lex);
  // 中欧班列|发运
  const bare = phrase?.end === whole.length ? whole.slice(0, phrase.start) : whole.slice(phrase?.end ?? 0);
  // 破获刑事案件|增加58.6%, 新设外资企业3.6万家,|增长38.7%: the deed is what grew.
  // 压缩|“三公”经费2000万元
  const lessens = phrase?.start === 0 && movements.test(phrase.verb);
  const grown =
    moves &&
    !lessens &&
    (!carried || /^新|^净增/.test(whole) || (phrase?.end === whole.length && /(?:投入|支出|输出|供应|销售)$/.test(whole)));
  // 教育支出占一般公共预算支出16.7%,|增长27.2%
  const what = (grown ? whole : bare).replace(measuring, '').replace(/(?<=.{2})(?:实现|完成)(?=.{2,4}$)/, '');
  const object = nounOf(/增长$/.test(words) && quantity.unit === '%' ? what.replace(/(?<=.{2})占.*$/, '') : what, lex);
  // 新兴产业增加值占GDP比重超过15%、|规模达到1000亿元
  if (carried && object && quantity.unit.endsWith('元') && ratio.test(object))
    return { object: `${object.replace(ratio, '')}规模`, ...measured, from: clause.from, to: quantity.end };
  if (!object || (quantity.unit === '个百分点' && !rated.test(object))) return null;
  if (measured.measure === 'share' && !rated.test(object)) return null;
  // 里程新增1700公里、突破7000公里
  const passed = isLevel(loose, words) && /[新净]增$/.test(whole);
  const total = carried && (passed || /总|累计|^(?:共|已有|现有|目前|达)/.test(words));
  const to = reachedBy.exec(words);
  // 年度新增计划项目7个,|总数47个
  const named = total ? object.replace(/^(?:年度)?(?:新增|净增|新引进|新认定)(?=.{2})/, '') : object;
  const said = moves
    ? movement(words, measured.sign)
    : to
      ? to.groups?.verb
      : total || measured.measure === 'share'
        ? undefined
        : (predicateOnly(behind, lex) ?? each(words, lex) ?? phrase?.verb);
  const from = carried ? clause.from : Math.min(subject.from, clause.from);
  return {
    ...(said && { verb: said }),
    object: named,
    ...measured,
    from,
    to: carried ? quantity.end : Math.max(quantity.end, loose.until),
  };
}

const ratio = /(?:增加值)?占[^、]*(?:比重|比例)$/;

/** 二氧化硫、氨氮分别|累计|减排 */
function each(words: string, lex: Lexicon): string | undefined {
  return lex.predicates.get(/分别(?:累计|已|共)*((?!达).+)$/.exec(words)?.[1] ?? '');
}

/** The verb of a subject: 新增|床位, 中欧班列|发运 where it is carried, and of a level 景点|接待|游客, but not 旅游接待总人数. */
function ownVerb(words: string, carried: boolean, level: boolean, lex: Lexicon): VerbPhrase | null {
  const phrase = verbPhrase(words, false, lex);
  if (!phrase || phrase.start === 0) return phrase;
  if (phrase.end === words.length) return carried && phrase.start > 1 ? phrase : null;
  const rest = words.slice(phrase.end);
  return level && !lex.head.has(rest) && !/^总|的|[率额量数值]$/.test(rest) ? phrase : null;
}
