import { fold } from '../text/fold.ts';
import { termMatcher } from '../text/term-matcher.ts';
import type { Block } from './block.ts';
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
  const marks = [...text.flatMap((block) => findMarks(block, notes)), ...bareMarks(terms, notes)];
  const links = new Map<Block, Link[]>();
  const occurrences = new Map<number, string[]>(notes.map(({ n }) => [n, []]));
  for (const { block, link } of [...marks, ...terms]) note(occurrences, link, block.anchor);
  for (const { block, link } of [...marks, ...firstInSection(terms)]) add(links, block, link);
  for (const list of links.values()) list.sort((a, b) => a.from - b.from);
  for (const [n, anchors] of occurrences) occurrences.set(n, inOrder(text, anchors));
  return { links, occurrences };
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
  const match = termMatcher(
    notes.filter(({ term }) => term !== '').map(({ n, term }) => [term, { n, short: fold(term).value.length <= 2 }]),
  );
  const found = blocks.flatMap((block) => match(block.text.value).map((place) => ({ block, ...place })));
  const places: Place[] = found.map(({ block, start, end, quoted, value }) => ({
    block,
    quoted,
    link: { from: start, to: end, n: value.n, kind: 'term' },
  }));
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
      .map(({ start, end, quoted, value }) => ({ block, quoted, link: { from: start, to: end, n: value, kind: 'term' } })),
  );
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

const bracketMark = /[［[〔【]\s?(?:注释?)?(\d{1,3})\s?[］\]〕】]/gu;
const circleMark = /[①-⑳㉑-㉟㊱-㊿]/gu;
const parenMark = /[（(](\d{1,3})[）)]/gu;
const superscript = /[⁰¹²³⁴-⁹]+/gu;

/** A raised number that a copy let down: “四上”企业1，: the number of the note directly behind its term. */
function bareMarks(places: readonly Place[], notes: readonly MarkedNote[]): Place[] {
  const printed = new Map(notes.map((note) => [note.n, note.printed]));
  return places.flatMap(({ block, link }): Place[] => {
    const digits = /^[”’"]?(\d{1,3})(?=[，,。、；;：:！”’"）)]|[\p{Script=Han}](?<![年月日个项家条万亿人户所]))/u.exec(
      block.text.value.slice(link.to, link.to + 6),
    );
    if (!digits?.[1] || Number(digits[1]) !== printed.get(link.n)) return [];
    const from = link.to + digits[0].length - digits[1].length;
    return [{ block, quoted: false, link: { from, to: link.to + digits[0].length, n: link.n, kind: 'mark' } }];
  });
}

type MarkedNote = Pick<NoteEntry, 'n' | 'printed' | 'term' | 'text'>;

/** Printed marks: "一图四库一清单"[7]; circles and parentheses only where the notes are numbered with them, and not as in 一是：（1）… */
function findMarks(block: Block, notes: readonly MarkedNote[]): Place[] {
  const text = block.text.value;
  const style = notes[0]?.text.value.trimStart().charAt(0) ?? '';
  const found: { at: number; length: number; n: number }[] = [];
  for (const { index, 0: mark, 1: n } of text.matchAll(bracketMark)) found.push({ at: index, length: mark.length, n: Number(n) });
  if (/[①-⑳㉑-㉟㊱-㊿]/u.test(style))
    for (const { index, 0: mark } of text.matchAll(circleMark)) found.push({ at: index, length: 1, n: circled(mark) });
  if (/[（(]/u.test(style))
    for (const { index, 0: mark, 1: n } of text.matchAll(parenMark)) found.push({ at: index, length: mark.length, n: Number(n) });
  if (notes.length > 0)
    for (const { index, 0: mark } of text.matchAll(superscript)) found.push({ at: index, length: mark.length, n: raised(mark) });
  return found.flatMap(({ at, length, n }) => {
    const before = text.slice(0, at);
    if (!/[\p{L}\p{N}”’"）)》%％]$/u.test(before)) return [];
    const note = marked(notes, n, before, block.text.seedOffset(at));
    const range = { from: at, to: at + length };
    const term = note ? null : explained(before);
    const link: Link = note ? { ...range, n: note.n, kind: 'mark' } : { ...range, n, kind: 'missing', ...(term ? { term } : {}) };
    return [{ block, quoted: false, link }];
  });
}

/** The note of a mark. Where several are printed with its number: that of the words before it, or the next in the text (a footnote). */
function marked(notes: readonly MarkedNote[], printed: number, before: string, offset: number): MarkedNote | undefined {
  const all = notes.filter((note) => note.printed === printed);
  if (all.length < 2) return all[0];
  const words = fold(before.slice(-60)).value;
  return (
    all.find(({ term }) => term !== '' && words.endsWith(fold(term).value)) ?? all.find(({ text }) => text.start > offset) ?? all.at(-1)
  );
}

/** What a mark without a definition explains: the quoted words before it with their tail (对标【"五好"园区】[16]), or a word in Latin letters. */
function explained(before: string): string | null {
  const latin = /[A-Za-z][A-Za-z0-9+/.-]*$/u.exec(before)?.[0];
  if (latin) return latin;
  const typed = /“([^“”]{2,28})(”[^“”，,。；;、：:]{0,6})?$/u.exec(before);
  if (typed) return typed[0].startsWith('“') && !typed[2] ? (typed[1] ?? null) : unquoted(typed[0]);
  const parts = before.split('"');
  // An even number of straight quotation marks: the last part stands outside of them.
  const outside = parts.length % 2 === 1;
  const tail = parts.at(-1) ?? '';
  const inner = outside ? parts.at(-2) : tail;
  if (!inner || inner.length > 28 || (outside && !/^[^，,。；;、：:]{0,6}$/u.test(tail))) return null;
  return outside && tail ? `“${inner}”${tail}` : inner;
}

function unquoted(words: string): string {
  return /^“([^”]*)”$/u.exec(words)?.[1] ?? words;
}

/** ③ → 3 */
function circled(mark: string): number {
  const code = mark.charCodeAt(0);
  if (code <= 0x2473) return code - 0x245f;
  return code <= 0x325f ? code - 0x3251 + 21 : code - 0x32b1 + 36;
}

/** ¹² → 12 */
function raised(mark: string): number {
  return Number([...mark].map((character) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character)).join(''));
}
