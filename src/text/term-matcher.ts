import { type Folded, fold, foldCharacter } from './fold.ts';

/** A place where a pattern stands. */
export interface Match<T> {
  /** Range in the original text, with the quotation marks that belong to it. */
  start: number;
  end: number;
  /** The whole of it stands in quotation marks. */
  quoted: boolean;
  value: T;
}

interface Node<T> {
  next: Map<string, Node<T>>;
  /** What the pattern that ends here stands for. */
  value?: T;
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
  const root: Node<T> = { next: new Map() };
  for (const [pattern, value] of patterns) add(root, fold(pattern).value, value);
  return (text) => find(root, text);
}

function add<T>(root: Node<T>, pattern: string, value: T): void {
  if (pattern === '') return;
  let node = root;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    const next: Node<T> = node.next.get(character) ?? { next: new Map() };
    node.next.set(character, next);
    node = next;
  }
  node.value ??= value;
}

function find<T>(root: Node<T>, text: string): Match<T>[] {
  if (!mayHold(root, text)) return [];
  const folded = fold(text);
  const result: Match<T>[] = [];
  for (let i = 0; i < folded.value.length; ) {
    const found = longest(root, folded.value, i);
    if (!found || !stands(folded, text, i, found.end)) {
      i++;
      continue;
    }
    result.push({ ...withQuotes(text, folded.at[i] ?? 0, (folded.at[found.end - 1] ?? 0) + 1), value: found.value });
    i = found.end;
  }
  return result;
}

function mayHold<T>(root: Node<T>, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (root.next.has(foldCharacter(text.charAt(i)))) return true;
  return false;
}

function longest<T>(root: Node<T>, text: string, from: number): { end: number; value: T } | null {
  let found: { end: number; value: T } | null = null;
  let node = root.next.get(text.charAt(from));
  for (let i = from + 1; node; i++) {
    if (node.value !== undefined) found = { end: i, value: node.value };
    node = node.next.get(text.charAt(i));
  }
  return found;
}

/** Not within a longer number or word: 四到 in 第四到第五, PE in PERSON, 630 in 1630. Quotation marks part as spaces do. */
function stands({ value, at }: Folded, text: string, from: number, to: number): boolean {
  const first = value.charAt(from);
  const last = value.charAt(to - 1);
  const before = from > 0 && at[from - 1] === (at[from] ?? 0) - 1 ? value.charAt(from - 1) : '';
  const after = to < value.length && at[to] === (at[to - 1] ?? 0) + 1 ? value.charAt(to) : '';
  if (numeral.test(first) && (numeral.test(before) || before === '第' || (/\d/u.test(first) && before === '.'))) return false;
  if (wordCharacter.test(first) && wordCharacter.test(before)) return false;
  if (wordCharacter.test(last) && wordCharacter.test(after)) return false;
  return !(/\d/u.test(last) && /[\d%.]/u.test(after)) && text !== '';
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
