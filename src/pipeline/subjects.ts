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
}

/** A clause that leads to a figure at `to`. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

const joint = /、|以及|[和与及]/;

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

/** The `count` subjects of 城镇、农村居民人均可支配收入分别增长, of 万元GDP建设用地、能耗和水耗分别下降; [] where they cannot be told apart. */
export function conjuncts(clause: Clause, count: number, lex: Lexicon): Subject[] {
  const end = predicateStart(clause, lex);
  const all = splitParts(clause, end);
  const parts = all.slice(-count);
  // One more indicator than figures: nothing tells which figure was lost.
  const extra = all.at(-count - 1);
  if (extra && lex.names.all(extra.text).some(({ end: at }) => at === extra.text.length)) return [];
  if (parts.length < count) return townAndCountry(clause, end, count, lex);
  const own = parts.map((part) => lex.names.all(part.text).at(-1));
  const final = parts.at(-1) as Piece;
  if (end === clause.to && !shared(final.text, parts, own, lex) && (own.at(-1)?.end ?? 0) < final.text.length) return [];
  return parts.map((part, i): Subject => {
    const name = own[i];
    const place = { from: clause.from, start: part.at, end: part.at + part.text.length };
    if (name && leads(part.text.slice(name.end), lex)) {
      const before =
        i === 0
          ? dividePrefix(part.text, 0, name.start, lex)
          : { narrowed: name.start > 0 && !lex.before.test(part.text.slice(0, name.start)) };
      return {
        ...place,
        start: part.at + name.start,
        indicator: before.narrowed ? null : name.value.indicator,
        growing: name.value.growing,
        ...('scope' in before && before.scope && { scope: before.scope }),
      };
    }
    const value = shared(part.text, parts, own, lex);
    return { ...place, indicator: value?.indicator ?? null, growing: value?.growing ?? false };
  });
}

/** 奶产量|分别: the end of a noun is no predicate. */
const nounEnd = /^(?:总[额量值数]|总?规模|金额|人数|数量|指数|水平|[数额值量])+/;

interface Piece {
  text: string;
  at: number;
}

/** Where the predicate begins that leads to the figure. */
function predicateStart({ text, from, to }: Clause, lex: Lexicon): number {
  for (let at = Math.max(from, to - 40); at < to; at++) {
    if (lex.predicate.test(text.slice(at, to))) return at + (nounEnd.exec(text.slice(at, to))?.[0].length ?? 0);
  }
  return to;
}

function splitParts({ text, from }: Clause, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const word of text.slice(from, end).split(new RegExp(`(${joint.source})`))) {
    if (word !== '' && !joint.test(word)) pieces.push({ text: word, at });
    at += word.length;
  }
  return pieces;
}

/** 城镇 with the end of 农村居民人均可支配收入; 能耗 with the beginning of 万元GDP建设用地. */
function shared(word: string, parts: readonly Piece[], own: readonly (Mention<Name> | undefined)[], lex: Lexicon): Name | null {
  const bare = word.replace(/^.*[的:]/, '');
  const last = parts.at(-1)?.text ?? '';
  for (let k = 0; k < last.length; k++) {
    const value = lex.names.get(bare + last.slice(k));
    if (value) return value;
  }
  const first = parts[0]?.text.slice(own[0]?.start ?? 0) ?? '';
  for (let k = first.length - 1; k > 0; k--) {
    const value = lex.names.get(first.slice(0, k) + bare);
    if (value) return value;
  }
  return null;
}

/** 城乡居民人均可支配收入分别增长4.4%、5.6% */
function townAndCountry({ text, from }: Clause, end: number, count: number, lex: Lexicon): Subject[] {
  const at = text.lastIndexOf('城乡', end);
  if (count !== 2 || at < from) return [];
  return ['城镇', '农村'].flatMap((side) => {
    const name = lex.names.longest(side + text.slice(at + 2, end), 0);
    return name ? [{ indicator: name.value.indicator, growing: false, from, start: at, end: at + name.end }] : [];
  });
}
