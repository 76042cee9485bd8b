import { chooseSpans } from './excerpt.ts';
import type { BlockMatch, Span } from './match-record.ts';

/**
 * What a hit is worth. Own pages of a name stand first (`ownPage`), then headings and definitions, then text; in each of
 * them the tighter the words stand together the better; words that are scattered over a section or a document come last.
 */
export const ownPage = 1000;
const passage = 100;
export const scatteredSection = 50;
export const scatteredDocument = 20;

const heading = 40;
const headingIsQuery = 20;
const definition = 45;
const opening = 6;
const nearness = 30;
const otherName = -12;
const quotedWord = 3;
/** `8.5%` inside of 18.5%. */
const cutNumber = -15;

/** `note-12` … `:`: the term of a definition. */
const termOfNote = /^[^:：]{0,30}[:：]/u;

/** A passage that has all of the words. `isHeading`: its anchor is that of its section, or it is the title. */
export function scorePassage(match: BlockMatch, words: number, isHeading: boolean): number {
  const { block, spans } = match;
  const chosen = chooseSpans(spans);
  const start = Math.min(...chosen.map((span) => span.start));
  const end = Math.max(...chosen.map((span) => span.end));
  let score = passage + Math.min(8, 3 * Math.log2(spans.length / words + 1));
  if (words > 1) score += nearness * Math.min(1, lengthOf(chosen) / (end - start));
  if (isHeading) score += heading + headingIsQuery * Math.min(1, lengthOf(chosen) / block.text.length);
  else if (isDefinition(match, end)) score += definition;
  else if (start < 20) score += opening;
  if (/[“"]/.test(block.text.charAt(start - 1)) && /[”"]/.test(block.text.charAt(end))) score += quotedWord;
  if (chosen.some((span) => cutsNumber(block.text, span))) score += cutNumber;
  return score + otherName * chosen.filter((span) => !span.literal).length;
}

function isDefinition({ block }: BlockMatch, end: number): boolean {
  return block.anchor.startsWith('note-') && end <= (termOfNote.exec(block.text)?.[0].length ?? 0);
}

function cutsNumber(text: string, { start, end }: Span): boolean {
  const digits = /^[\d.]{2}$/;
  return digits.test(text.slice(start - 1, start + 1)) || digits.test(text.slice(end - 1, end + 1));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** A page of its own for a name: exact, by another name, or with the words in it (the shorter the name the better). */
export function scoreName(name: string, aliases: readonly string[], query: string, matched: number): number {
  if (name === query) return ownPage;
  if (aliases.includes(query)) return ownPage - 50;
  return passage + heading * Math.min(1, matched / name.length) - 5;
}
