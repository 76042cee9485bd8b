import { fold } from '../text/fold.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { splitTerm } from './note-term.ts';
import { type NoteEntry, parseNote } from './notes.ts';

/** ① | [3] | ［3］ | （3） | ³ at the beginning of a line, and the same within a line. */
const head = /^(?:(?<circle>[①-⑳])|[［[〔](?<bracket>\d{1,2})[］\]〕]|[（(](?<paren>\d{1,2})[）)]|(?<raised>[¹²³⁴-⁹]))[.．、]?\s*/u;
/** How far before its note a mark may stand: a page. */
const page = 4000;

/**
 * The notes that stand at the foot of pages in mid-text: …推行“双减”①政策。 | — 3 — | ①双减：减轻作业负担和校外培训负担。
 * A line is one where a line before it on the page bears its mark, behind the words that it explains. By the index of its line;
 * `n` counts on from `first`.
 */
export function footnotes(lines: readonly MappedText[], first = 1): Map<number, NoteEntry> {
  const result = new Map<number, NoteEntry>();
  lines.forEach((line, i) => {
    const match = head.exec(line.value.slice(0, 12));
    if (!match) return;
    const length = match[0].length;
    const sign = match[0].trim().replace(/[.．、]$/u, '');
    const term = splitTerm(line.value.slice(length), [], null);
    if (!term || !marked(lines, i, sign, line.value.slice(length + term.start, length + term.end))) return;
    const printed = numberOf(sign);
    result.set(i, { ...parseNote(line, printed, length), n: first + result.size });
  });
  return result;
}

/** Whether the words of the term bear the sign in a line before: “双减”①政策 */
function marked(lines: readonly MappedText[], i: number, sign: string, term: string): boolean {
  const words = fold(term).value;
  for (let at = i - 1, length = 0; at >= 0 && length < page; at--) {
    const { value } = lines[at] ?? { value: '' };
    length += value.length;
    for (let found = value.indexOf(sign, 1); found > 0; found = value.indexOf(sign, found + 1)) {
      if (fold(value.slice(Math.max(0, found - term.length - 12), found)).value.includes(words)) return true;
    }
  }
  return false;
}

function numberOf(sign: string): number {
  const digits = /\d+/u.exec(sign.normalize('NFKC'))?.[0];
  return Number(digits ?? 0);
}
