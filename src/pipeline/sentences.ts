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
const sentenceEnd = /[^。!\n]*[。!\n]?/g;
const space = /[^\S\n]+/g;

/** The sentences of `block`, in order. */
export function sentences(block: Block, index: number): Sentence[] {
  const folded = halfWidth(block.text.value);
  const positions = /[^\S\n]/.test(folded) ? places(folded) : null;
  const text = positions ? folded.replace(space, '') : folded;
  const raw = positions ? block.text.value.replace(space, '') : block.text.value;
  const at = (position: number): number => positions?.[position] ?? position;
  const found: Sentence[] = [];
  for (const match of text.matchAll(sentenceEnd)) {
    if (match[0].length < 2) continue;
    const base = match.index;
    found.push({
      block,
      index,
      text: match[0],
      raw: raw.slice(base, base + match[0].length),
      range: (from, to) => block.text.seedRange(at(base + from), at(base + to - 1) + 1),
    });
  }
  return found;
}

/** Where each character that is not white space stands in `text`. */
function places(text: string): number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (!/[^\S\n]/.test(text[i] ?? '')) found.push(i);
  return found;
}
