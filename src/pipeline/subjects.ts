import type { Indicator } from '../schemas/indicator.ts';
import type { Mention } from '../text/trie.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { dividePrefix } from './prefix.ts';

/** What a figure is about. Positions are those of the sentence. */
export interface Subject {
  indicator: Indicator | null;
  /** Means the indicator only where a growth is said. */
  growing: boolean;
  /** Beginning of the clause that names it. */
  from: number;
  /** The phrase as printed: `text.slice(start, end)`. */
  start: number;
  end: number;
  scope?: string;
  /** What a member of a list means, where that is not printed: 城市低保标准 in 城市低保、农村低保标准 */
  words?: string;
}

/** A clause that leads to a figure at `to`. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

/** The last indicator of the clause from which only a predicate leads to the figure: 社会消费品零售总额|同比增长 */
export function nearest(clause: Clause, names: readonly Mention<Name>[], lex: Lexicon): Mention<Name> | null {
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] as Mention<Name>;
    if (name.end > clause.to) continue;
    if (name.start < clause.from) return null;
    return leads(clause.text.slice(name.end, clause.to), lex) ? name : null;
  }
  return null;
}

export function leads(words: string, lex: Lexicon): boolean {
  return words.length <= 48 && lex.predicate.test(words);
}

/** The subject that a mention stands for, with the part of the region that it is limited to. */
export function subjectOf(clause: Clause, name: Mention<Name>, lex: Lexicon): Subject {
  const { scope, narrowed } = dividePrefix(clause.text, clause.from, name.start, lex);
  const base = { growing: name.value.growing, from: clause.from, end: name.end };
  if (narrowed) return { ...base, indicator: null, start: clause.from };
  return { ...base, indicator: name.value.indicator, start: name.start, ...(scope && { scope }) };
}
