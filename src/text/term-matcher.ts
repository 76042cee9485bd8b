import { type Folded, fold } from './fold.ts';
import { Trie } from './trie.ts';

/** A place where a pattern stands. */
export interface Match<T> {
  /** Range in the original text, with the quotation marks that belong to it. */
  start: number;
  end: number;
  /** The whole of it stands in quotation marks. */
  quoted: boolean;
  value: T;
}

const numeral = /[一二三四五六七八九十两百千万\d零〇]/u;
const wordCharacter = /[A-Za-z]/u;
const openQuote = /[“‘"「『]/u;
const closeQuote = /[”’"」』]/u;

/**
 * Finds patterns in texts: the longest at each place, from left to right, whatever their quotation marks, width and white space.
 * One walk along a trie for each character, so the cost does not grow with the number of patterns.
 */
export function termMatcher<T>(patterns: Iterable<readonly [string, T]>): (text: string) => Match<T>[] {
  const words = new Trie<T>();
  for (const [pattern, value] of patterns) {
    const word = fold(pattern).value;
    if (word !== '') words.add(word, value);
  }
  return (text) => find(words, text);
}

function find<T>(words: Trie<T>, text: string): Match<T>[] {
  const folded = fold(text);
  const result: Match<T>[] = [];
  for (let i = 0; i < folded.value.length; ) {
    const found = words.longest(folded.value, i);
    if (!found || !stands(folded, i, found.end)) {
      i++;
      continue;
    }
    result.push({ ...withQuotes(text, folded.at[i] ?? 0, (folded.at[found.end - 1] ?? 0) + 1), value: found.value });
    i = found.end;
  }
  return result;
}

/** Not within a longer number or word: 四到 in 第四到第五, PE in PERSON, 630 in 1630. Quotation marks part as spaces do. */
function stands({ value, at }: Folded, from: number, to: number): boolean {
  const first = value.charAt(from);
  const last = value.charAt(to - 1);
  const before = from > 0 && at[from - 1] === (at[from] ?? 0) - 1 ? value.charAt(from - 1) : '';
  const after = to < value.length && at[to] === (at[to - 1] ?? 0) + 1 ? value.charAt(to) : '';
  if (numeral.test(first) && (numeral.test(before) || before === '第' || (/\d/u.test(first) && before === '.'))) return false;
  if (wordCharacter.test(first) && wordCharacter.test(before)) return false;
  // 非物质文化遗产 is no 物质文化遗产.
  if (before === '非') return false;
  if (wordCharacter.test(last) && wordCharacter.test(after)) return false;
  return !(/\d/u.test(last) && /[\d%.]/u.test(after));
}

function withQuotes(text: string, start: number, end: number): { start: number; end: number; quoted: boolean } {
  const inner = text.slice(start, end);
  const opens = (inner.match(/[“‘「『]/gu) ?? []).length;
  const closes = (inner.match(/[”’」』]/gu) ?? []).length;
  const before = openQuote.test(text.charAt(start - 1));
  const after = closeQuote.test(text.charAt(end));
  const from = before && (closes > opens || (closes === opens && after)) ? start - 1 : start;
  const to = after && (opens > closes || (closes === opens && before)) ? end + 1 : end;
  return { start: from, end: to, quoted: before && after };
}
