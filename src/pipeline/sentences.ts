import { halfWidth } from '../text/width.ts';
import type { Block } from './block.ts';

/** A sentence of a block, in ASCII width and without white space. */
export interface Sentence {
  block: Block;
  /** Number of the block in the document. */
  index: number;
  text: string;
  /** The same characters in the width that they are printed in. */
  raw: string;
  /** Seed range of the characters from `from` to `to` of `text`. */
  range(from: number, to: number): { start: number; end: number };
}

/** 。 ends a sentence; so does a line. */
const sentence = /[^。!\n]+[。!\n]?/g;
/** A text without marks is cut at a comma, so that no sentence takes longer to read than a sentence may. */
const longest = 2000;
const space = /[^\S\n]+/g;

/** The sentences of `block`, in order. */
export function sentences(block: Block, index: number): Sentence[] {
  const folded = halfWidth(block.text.value);
  const positions = /[^\S\n]/.test(folded) ? places(folded) : null;
  const text = positions ? folded.replace(space, '') : folded;
  const raw = positions ? block.text.value.replace(space, '') : block.text.value;
  const at = (position: number): number => positions?.[position] ?? position;
  const found: Sentence[] = [];
  for (const [from, to] of pieces(text)) {
    found.push({
      block,
      index,
      text: text.slice(from, to),
      raw: raw.slice(from, to),
      range: (start, end) => block.text.seedRange(at(from + start), at(from + end - 1) + 1),
    });
  }
  return found;
}

function* pieces(text: string): Generator<[number, number]> {
  for (const match of text.matchAll(sentence)) {
    const end = match.index + match[0].length;
    let from = match.index;
    while (end - from > longest) {
      const mark = Math.max(text.lastIndexOf(',', from + longest), text.lastIndexOf(';', from + longest));
      const to = mark > from ? mark + 1 : from + longest;
      yield [from, to];
      from = to;
    }
    if (end - from > 1) yield [from, end];
  }
}

/** Where each character that is not white space stands in `text`. */
function places(text: string): number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (!/[^\S\n]/.test(text[i] ?? '')) found.push(i);
  return found;
}
