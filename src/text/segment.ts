import nodejieba from 'nodejieba';

/** A word and its part of speech in the tags of ICTCLAS: n, ns, nz, vn, v, x … */
export interface Word {
  word: string;
  tag: string;
}

/** The tag of words that were taught: 海绵城市 | 马栏山 */
export const taughtTag = 'nz';
const taught = new Set<string>();
const word = /^[\u4e00-\u9fff]{2,10}$/u;

/** Teaches words that a general dictionary lacks: the terms of a glossary, names of regions. Words of other characters than 汉字 are left out. */
export function teach(words: Iterable<string>): void {
  for (const each of words) {
    if (taught.has(each) || !word.test(each)) continue;
    taught.add(each);
    nodejieba.insertWord(each, taughtTag);
    tags.delete(each);
  }
}

const tags = new Map<string, string>();

/** Cuts a text into words: 全面/n 建成/v 小康社会/n, words that the dictionary lacks too. The first call loads the dictionary (about a second). */
export function segment(text: string): Word[] {
  return nodejieba.cut(text, true).map((each) => ({ word: each, tag: tagOf(each) }));
}

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
