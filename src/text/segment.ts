import nodejieba from 'nodejieba';

/** A word and its part of speech in the tags of ICTCLAS: n, ns, nz, vn, v, x … */
export interface Word {
  word: string;
  tag: string;
}

/** 海绵城市 | 马栏山: the tag of names that the caller gives. */
const nameTag = 'nz';
const name = /^[\u4e00-\u9fff]{2,10}$/u;

/** A pattern of words that a general dictionary lacks, the longest first: the terms of a glossary. Words of other characters than 汉字 are left out. */
export function namePattern(words: Iterable<string>): RegExp | null {
  const names = [...new Set(words)].filter((each) => name.test(each)).sort((a, b) => b.length - a.length);
  return names.length > 0 ? new RegExp(`(${names.join('|')})`, 'u') : null;
}

/**
 * Cuts a text into words: 全面/n 建成/v 小康社会/n, words that the dictionary lacks too; `names` are kept whole. The first call loads
 * the dictionary (about a second). What was cut before makes no difference.
 */
export function segment(text: string, names: RegExp | null = null): Word[] {
  // Every second piece is a name, since the pattern has a group.
  const pieces = names ? text.split(names) : [text];
  return pieces.flatMap((piece, i) => (i % 2 === 1 ? [{ word: piece, tag: nameTag }] : cut(piece)));
}

/** 0 and where a word may end: in words that the dictionary lacks, and that were guessed (引育国|高企业), after any character. */
export function boundaries(text: string): ReadonlySet<number> {
  const places = new Set([0]);
  let start = 0;
  for (const { word, tag } of cut(text)) {
    const end = start + word.length;
    if (tag === 'x') for (let at = start + 1; at < end; at++) places.add(at);
    places.add(end);
    start = end;
  }
  return places;
}

function cut(text: string): Word[] {
  return nodejieba.cut(text, true).map((each) => ({ word: each, tag: tagOf(each) }));
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
