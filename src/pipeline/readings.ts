import type { Block } from './block.ts';
import { type Figure, figures, type Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type Time, times } from './period.ts';
import { type Sentence, sentences } from './sentences.ts';

/** A sentence with its figures and what is known about their time. */
export interface Reading {
  sentence: Sentence;
  figures: Figure[];
  loose: Loose[];
  /** Times that the sentence names. */
  times: Time[];
  /** The span that the text before speaks of: 五年来, a heading 过去五年工作回顾. */
  span: Time | null;
  /** 预计 stands here, or 预计数,下同 stood before. */
  estimate: boolean;
}

const readParts = new Set(['front', 'review', 'plan', 'body', 'closing']);
const skipped = new Set(['title', 'session', 'date', 'speaker', 'note', 'row', 'caption']);
/** (预计数,下同) */
const estimateOn = /预计数?[,、]?下同|下同[,、]?预计/;
const mayHold = /\d|百分之|翻.?番|位数|[一二三四五六七八九十][成倍亿]|[千百]亿/;

/** Every sentence of the flow that holds figures, in order. */
export function readings(blocks: readonly Block[], year: number | null, lex: Lexicon): Reading[] {
  const found: Reading[] = [];
  let [section, span]: (Time | null)[] = [null, null];
  let estimated = false;
  let part = '';
  blocks.forEach((block, index) => {
    if (!readParts.has(block.part) || skipped.has(block.type)) return;
    if (block.part !== part) [part, section, span, estimated] = [block.part, null, null, false];
    if (block.type === 'heading') {
      const own = times(block.title ?? block.text.value, year, block.part).at(-1) ?? null;
      if (block.depth === 1 || own) section = own;
      span = null;
    }
    for (const sentence of sentences(block, index)) {
      const named = times(sentence.text, year, block.part);
      span = nextSpan(span, named);
      if (block.type === 'heading' && !block.runIn) continue;
      if (!mayHold.test(sentence.text)) continue;
      estimated ||= estimateOn.test(sentence.text);
      const loose: Loose[] = [];
      const read = figures(sentence.text, lex, (one) => loose.push(one));
      const estimate = estimated || /预计|预估/.test(sentence.text);
      if (read.length + loose.length > 0) found.push({ sentence, figures: read, loose, times: named, span: span ?? section, estimate });
    }
  });
  return found;
}

/** A span at the beginning of a sentence holds on; a year at the beginning of one ends it. */
function nextSpan(span: Time | null, named: readonly Time[]): Time | null {
  const first = named.find(({ at, part }) => at < 20 && !part);
  if (!first) return span;
  return first.first === first.last ? null : first;
}
