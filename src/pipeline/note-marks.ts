import { fold } from '../text/fold.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { NoteEntry } from './notes.ts';

/** What finding the note of a mark needs. */
export type MarkedNote = Pick<NoteEntry, 'n' | 'printed' | 'term' | 'text'>;

/** A printed mark: [7]. `missing`: its definition is not in this report; `term`: the words before it that it seems to explain. */
export interface MarkLink {
  from: number;
  to: number;
  n: number;
  kind: 'mark' | 'missing';
  term?: string;
}

const bracketMark = /[［[〔【]\s?(?:注释?)?(\d{1,3})\s?[］\]〕】]/gu;
const circleMark = /[①-⑳㉑-㉟㊱-㊿]/gu;
const parenMark = /[（(](\d{1,3})[）)]/gu;
/** Not that of km², 米². */
const superscript = /(?<=[\p{Script=Han}”’"）)](?<!米))[⁰¹²³⁴-⁹]+/gu;
/** A mark stands behind the words that it explains, not behind a colon: 包括：①风电 */
const word = /[\p{L}\p{N}”’"）)》%％]/u;

/** Printed marks: "一图四库一清单"[7]; circles and parentheses only where the notes are numbered with them, and not as in 一是：（1）… */
export function printedMarks(text: MappedText, notes: readonly MarkedNote[]): MarkLink[] {
  return [...find(text.value, notes)].flatMap(({ at, length, n }): MarkLink[] => {
    if (!word.test(text.value.charAt(at - 1))) return [];
    const before = clauseBefore(text.value, at);
    const note = noteOf(notes, n, before, text.seedOffset(at));
    if (note) return [{ from: at, to: at + length, n: note.n, kind: 'mark' }];
    const term = explained(before);
    return [{ from: at, to: at + length, n, kind: 'missing', ...(term ? { term } : {}) }];
  });
}

/** From the end of the sentence before: quotation marks open and close within one. */
function clauseBefore(text: string, at: number): string {
  return /[^。；！？]*$/u.exec(text.slice(Math.max(0, at - 400), at))?.[0] ?? '';
}

function* find(text: string, notes: readonly MarkedNote[]): Generator<{ at: number; length: number; n: number }> {
  const style = notes[0]?.text.value.trimStart().charAt(0) ?? '';
  for (const { index: at, 0: mark, 1: n } of text.matchAll(bracketMark)) yield { at, length: mark.length, n: Number(n) };
  if (/[①-⑳㉑-㉟㊱-㊿]/u.test(style))
    for (const { index: at, 0: mark } of text.matchAll(circleMark)) yield { at, length: 1, n: circled(mark) };
  if (/[（(]/u.test(style))
    for (const { index: at, 0: mark, 1: n } of text.matchAll(parenMark)) yield { at, length: mark.length, n: Number(n) };
  if (notes.length === 0) return;
  for (const { index: at, 0: mark } of text.matchAll(superscript)) yield { at, length: mark.length, n: raised(mark) };
}

/** The note of a mark. Where several are printed with its number: that of the words before it, or the next in the text (a footnote). */
function noteOf(notes: readonly MarkedNote[], printed: number, before: string, offset: number): MarkedNote | undefined {
  const all = notes.filter((note) => note.printed === printed);
  if (all.length < 2) return all[0];
  const words = fold(before.slice(-60)).value;
  const own = all.find(({ term }) => term !== '' && words.endsWith(fold(term).value));
  return own ?? all.find(({ text }) => text.start > offset) ?? all.at(-1);
}

/** What a mark without a definition explains: the quoted words before it with their tail (对标【"五好"园区】[16]), or a word in Latin letters. */
function explained(before: string): string | null {
  const latin = /[A-Za-z][A-Za-z0-9+/.-]*$/u.exec(before)?.[0];
  if (latin) return latin;
  const typed = /“([^“”]{2,28})(?:”([^“”，,。；;、：:]{0,6}))?$/u.exec(before);
  if (typed) return typed[2] ? `“${typed[1]}”${typed[2]}` : (typed[1] ?? null);
  const parts = before.split('"');
  // An even number of straight quotation marks: the last part stands outside of them.
  const outside = parts.length % 2 === 1;
  const tail = parts.at(-1) ?? '';
  const inner = outside ? parts.at(-2) : tail;
  if (!inner || parts.length < 2 || inner.length > 28 || (outside && !/^[^，,。；;、：:]{0,6}$/u.test(tail))) return null;
  return outside && tail ? `“${inner}”${tail}` : inner;
}

/** The number of a note directly behind its term, which was raised in print: “四上”企业1， */
export function loweredMark(text: string, at: number, printed: number | undefined): { from: number; to: number } | null {
  const digits = /^[”’"]?(\d{1,3})(?=[，,。、；;：:！”’"）)]|[\p{Script=Han}](?<![年月日个项家条万亿人户所]))/u.exec(
    text.slice(at, at + 6),
  );
  if (!digits?.[1] || Number(digits[1]) !== printed) return null;
  return { from: at + digits[0].length - digits[1].length, to: at + digits[0].length };
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
