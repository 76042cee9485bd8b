import nodejieba from 'nodejieba';
import type { Trie } from './trie.ts';

/** A word and its part of speech in the tags of ICTCLAS: n, ns, nz, vn, v, x … */
export interface Word {
  word: string;
  tag: string;
}

/** The tag of words that the caller knows: 海绵城市 | 马栏山 */
export const knownTag = 'nz';

/**
 * Cuts a text into words: 全面/n 建成/v 小康社会/n, words that the dictionary lacks too. `known`: words that it cuts up (the
 * terms of a glossary); they are put together again. The first call loads the dictionary (about a second).
 */
export function segment(text: string, known?: Trie<unknown>): Word[] {
  const words: Word[] = [];
  const ends = wordEnds(text);
  for (let i = 0, start = 0; i < ends.length; ) {
    const whole = known?.longest(text, start)?.end;
    const joined = whole === undefined ? -1 : ends.indexOf(whole, i);
    const end = ends[Math.max(i, joined)] ?? text.length;
    const word = text.slice(start, end);
    words.push({ word, tag: joined < 0 ? tagOf(word) : knownTag });
    i = Math.max(i, joined) + 1;
    start = end;
  }
  return words;
}

/** Where the words of a text end: 全面建成小康社会 → 2, 4, 8 */
function wordEnds(text: string): number[] {
  let end = 0;
  return nodejieba.cut(text, true).map((word) => {
    end += word.length;
    return end;
  });
}

/** 0 and where a word may end: in words that the dictionary lacks, and that were guessed (引育国|高企业), after any character. */
export function boundaries(text: string): ReadonlySet<number> {
  const places = new Set([0]);
  let start = 0;
  for (const end of wordEnds(text)) {
    if (tagOf(text.slice(start, end)) === 'x') for (let at = start + 1; at < end; at++) places.add(at);
    places.add(end);
    start = end;
  }
  return places;
}

const tags = new Map<string, string>();

/** Each word is looked up once: a text repeats its words. `x`: the dictionary lacks it, or it is no word (a single character). */
function tagOf(each: string): string {
  if (each.length < 2) return 'x';
  const known = tags.get(each);
  if (known !== undefined) return known;
  const parts = nodejieba.tag(each);
  const tag = parts.length === 1 ? (parts[0]?.tag ?? 'x') : 'x';
  tags.set(each, tag);
  return tag;
}
