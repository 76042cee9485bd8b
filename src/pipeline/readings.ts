import type { Part } from '../schemas/report.ts';
import type { Block } from './block.ts';
import { type Figure, figures, type Loose } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type Sentence, sentences } from './sentences.ts';
import { endsTerm, horizonOf, type Time, times } from './times.ts';

/** A sentence with its figures and what is known about their time. */
export interface Reading {
  sentence: Sentence;
  figures: Figure[];
  loose: Loose[];
  /** Times that the sentence names. */
  times: Time[];
  /** The span that the text before speaks of: 五年来, a heading 过去五年工作回顾. */
  span: Time | null;
  /** Where 预计 stands here: what follows is an estimate; 0 where 预计数,下同 stood before. */
  estimate: number;
}

const readParts = new Set(['front', 'review', 'plan', 'body', 'closing']);
const skipped = new Set(['title', 'session', 'date', 'speaker', 'note', 'row', 'caption']);
/** (预计数,下同) */
const estimateOn = /预计数?[,、]?下同|下同[,、]?预计/;
/** 预计(下同) holds to the end of its paragraph. */
const estimateHere = /预计\(下同\)/;
const mayHold = /\d|百分之|翻.?番|位数|[一二三四五六七八九十][成倍亿]|[千百]亿/;

/** 附件2:2013年90件民生实事落实情况汇总表.doc */
const files = /\.(?:docx?|xlsx?|pdf|wps)(?![a-z])/i;

/** Two stages ask for the readings of one document, one after the other. */
const known = new WeakMap<readonly Block[], { year: number | null; lex: Lexicon; found: Reading[] }>();

/** Every sentence of the flow that holds figures, in order. */
export function readings(blocks: readonly Block[], year: number | null, lex: Lexicon): Reading[] {
  const before = known.get(blocks);
  if (before?.year === year && before.lex === lex) return before.found;
  const found = read(blocks, year, lex);
  known.set(blocks, { year, lex, found });
  return found;
}

function read(blocks: readonly Block[], year: number | null, lex: Lexicon): Reading[] {
  const found: Reading[] = [];
  const horizon = horizonOf(blocks.map(({ text }) => text.value).join('\n'));
  let section: Time | null = null;
  let span: Time | null = null;
  let estimated = false;
  let part = '';
  blocks.forEach((block, index) => {
    if (!readParts.has(block.part) || skipped.has(block.type)) return;
    if (block.part !== part) [part, section, span, estimated] = [block.part, null, null, false];
    if (block.type === 'heading') {
      const own = headingTime(times(block.title ?? block.text.value, { year, part: block.part, horizon }));
      if (block.depth === 1 || own) section = own ?? comingTerm(block.part, year, horizon);
      span = null;
    }
    let here = false;
    for (const [place, sentence] of sentences(block, index).entries()) {
      const named = times(sentence.text, { year, part: block.part, horizon });
      span = nextSpan(span, named, { year, part: block.part, inside: place > 0, text: sentence.text });
      if (block.type === 'heading' && !block.runIn) continue;
      if (!mayHold.test(sentence.text) || files.test(sentence.text)) continue;
      estimated ||= estimateOn.test(sentence.text);
      const loose: Loose[] = [];
      const told = figures(sentence.text, lex, (one) => loose.push(one));
      const word = sentence.text.search(/预计|预估/);
      here ||= estimateHere.test(sentence.text);
      const estimate = estimated || here ? 0 : word < 0 ? Number.POSITIVE_INFINITY : word;
      if (told.length + loose.length > 0) found.push({ sentence, figures: told, loose, times: named, span: span ?? section, estimate });
    }
  });
  return found;
}

/** 过去五年工作回顾 speaks of its years; 2025年工作及“十四五”时期发展回顾 of both, so that its paragraphs must say which. */
function headingTime(named: readonly Time[]): Time | null {
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A report at the end of a term plans the five years to come, also where a heading does not say so. */
function comingTerm(part: Part, year: number | null, horizon: number | null): Time | null {
  return part === 'plan' && year !== null && endsTerm(year, horizon) ? { at: 0, first: year + 1, last: year + 5, era: true } : null;
}

interface Place {
  year: number | null;
  part: Part;
  /** Not the first sentence of its block. */
  inside: boolean;
  text: string;
}

const frame = /^(?:\d{4}年(?:度|以来)?|去年|上年|过去一年|一年来)[,，]|^\d{4}年是/;

/**
 * A time at the beginning of a sentence holds on: 五年来, 刚刚过去的2025年; a year that is neither reported nor planned does not, nor
 * does the last one of a span inside a paragraph that reviews the span.
 */
function nextSpan(span: Time | null, named: readonly Time[], { year, part, inside, text }: Place): Time | null {
  const first = named.find(({ at, part }) => at < 20 && !part);
  if (!first) return span;
  // 三年来 inside a paragraph, or with figures of its own, holds for its sentence.
  if (first.era && first.last - first.first !== 4 && (inside || /\d/.test(text))) return span;
  if (first.era) return part === 'review' && year !== null && first.first >= year ? span : first;
  // 2025年人均生产总值提升 in a review of five years holds for its own sentence; not 2025年,我们
  const framed = !inside && frame.test(text.slice(first.at));
  if (!framed && span?.era && part === 'review' && first.first === first.last && first.last === span.last) return span;
  const usual = part === 'plan' ? [year] : [year, (year ?? 0) - 1];
  return first.first === first.last && usual.includes(first.last) ? first : null;
}
