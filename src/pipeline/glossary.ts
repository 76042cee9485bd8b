import { fold } from '../text/fold.ts';
import { type Match, termMatcher } from '../text/term-matcher.ts';
import type { Block } from './block.ts';
import { loweredMark, type MarkedNote, printedMarks } from './note-marks.ts';
import type { NoteEntry } from './notes.ts';
import { termVariants } from './term-variants.ts';

/** Words of a block that lead to a note. Offsets in `block.text.value`. */
export interface Link {
  from: number;
  to: number;
  n: number;
  /** `term`: 三资; `mark`: [7] or ① as printed; `missing`: a mark whose definition is not in this report. */
  kind: 'term' | 'mark' | 'missing';
  /** Of a missing mark: the words before it that it seems to explain, "一图四库一清单"[7]. */
  term?: string;
}

export interface Glossary {
  /** What to link: of terms, the first in each section; of marks, all. In the order of the text, never overlapping. */
  links: Map<Block, Link[]>;
  /** Of each note, the anchors of the blocks in which its term or mark stands. */
  occurrences: Map<number, string[]>;
}

interface Place {
  block: Block;
  link: Link;
  quoted: boolean;
}

/** Blocks in which a term is used, not named. */
const searched: ReadonlySet<Block['type']> = new Set(['heading', 'paragraph', 'item', 'row', 'caption']);

/** Finds where the terms and marks of the notes of one report stand in its blocks (whose anchors and sections are set). */
export function glossary(blocks: readonly Block[], notes: readonly MarkedNote[]): Glossary {
  const text = blocks.filter((block) => searched.has(block.type) && block.part !== 'notes');
  const terms = sober(findTerms(text, notes));
  const marks = [
    ...text.flatMap((block) => printedMarks(block.text, notes).map((link) => ({ block, link }))),
    ...loweredMarks(terms, notes),
  ];
  const links = new Map<Block, Link[]>();
  const occurrences = new Map<number, string[]>(notes.map(({ n }) => [n, []]));
  for (const { block, link } of [...marks, ...terms]) note(occurrences, link, block.anchor);
  for (const { block, link } of [...marks, ...firstInSection(terms)]) add(links, block, link);
  for (const list of links.values()) list.sort((a, b) => a.from - b.from);
  for (const [n, anchors] of occurrences) occurrences.set(n, inOrder(text, anchors));
  return { links, occurrences };
}

/** A raised number that a copy let down: “四上”企业1，: the number of the note directly behind its term. */
function loweredMarks(terms: readonly Place[], notes: readonly MarkedNote[]): Pick<Place, 'block' | 'link'>[] {
  const printed = new Map(notes.map((note) => [note.n, note.printed]));
  return terms.flatMap(({ block, link: { to, n } }) => {
    const mark = loweredMark(block.text.value, to, printed.get(n));
    return mark ? [{ block, link: { ...mark, n, kind: 'mark' as const } }] : [];
  });
}

function note(occurrences: Map<number, string[]>, link: Link, anchor: string): void {
  if (link.kind !== 'missing') occurrences.get(link.n)?.push(anchor);
}

function inOrder(blocks: readonly Block[], anchors: readonly string[]): string[] {
  const own = new Set(anchors);
  return blocks.map(({ anchor }) => anchor).filter((anchor) => own.delete(anchor));
}

/** Adds a link unless it overlaps one of the block. */
function add(links: Map<Block, Link[]>, block: Block, link: Link): void {
  const list = links.get(block) ?? [];
  if (list.some((other) => link.from < other.to && other.from < link.to)) return;
  links.set(block, [...list, link]);
}

function findTerms(blocks: readonly Block[], notes: readonly Pick<NoteEntry, 'n' | 'term'>[]): Place[] {
  const match = termMatcher(notes.map(({ n, term }) => [term, n] as const));
  const places = blocks.flatMap((block) => match(block.text.value).map((found) => placeOf(block, found)));
  const seen = new Set(places.map(({ link }) => link.n));
  const rest = notes.filter(({ n, term }) => !seen.has(n) && term !== '');
  return rest.length === 0 ? places : [...places, ...findVariants(blocks, rest)];
}

/** A term that never stands as its note prints it: GEP for GEP（Gross Ecosystem Production）, 六稳 for “六稳”、“六保”. */
function findVariants(blocks: readonly Block[], notes: readonly Pick<NoteEntry, 'n' | 'term'>[]): Place[] {
  const quoted = quotedPhrases(blocks);
  const match = termMatcher(
    notes.flatMap(({ n, term }) =>
      [...termVariants(term), ...quoted.filter((phrase) => endsIn(term, phrase))].map((variant) => [variant, n] as const),
    ),
  );
  return blocks.flatMap((block) =>
    match(block.text.value)
      .filter(({ quoted, start, end }) => quoted || end - start > 2)
      .map((found) => placeOf(block, found)),
  );
}

function placeOf(block: Block, { start, end, quoted, value }: Match<number>): Place {
  return { block, quoted, link: { from: start, to: end, n: value, kind: 'term' } };
}

/** What a report puts in quotation marks: 孵化贷 of “孵化贷”. */
function quotedPhrases(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ text }) => [...text.value.matchAll(/“([^“”]{3,20})”/gu)].map((match) => match[1] ?? ''));
}

/** 科技孵化贷 is what the report calls “孵化贷”. */
function endsIn(term: string, phrase: string): boolean {
  const [whole, part] = [fold(term).value, fold(phrase).value];
  return part.length >= 3 && part.length >= whole.length / 2 && whole.endsWith(part);
}

/** A term of two characters (升高, 入规) or a formula (1+4) that stands in quotation marks somewhere means its note only there. */
function sober(places: readonly Place[]): Place[] {
  const short = ({ block, link }: Place): boolean => /^(?:..?|[\dA-Z+×]+)$/u.test(fold(block.text.value.slice(link.from, link.to)).value);
  const quoted = new Set(places.filter((place) => place.quoted).map(({ link }) => link.n));
  return places.filter((place) => place.quoted || !short(place) || !quoted.has(place.link.n));
}

/** Of each note the first place in each section; a heading only where the section has no other. */
function firstInSection(places: readonly Place[]): Place[] {
  const first = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.link.n} ${place.block.section}`;
    const known = first.get(key);
    if (!known || (known.block.type === 'heading' && place.block.type !== 'heading')) first.set(key, place);
  }
  return [...first.values()];
}
