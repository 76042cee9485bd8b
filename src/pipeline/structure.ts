import type { Dropped } from '../schemas/report.ts';
import { appendix, type NoteBlock, pageNotes } from './appendix.ts';
import { attachments } from './attachments.ts';
import { type Block, block } from './block.ts';
import { type Chromes, clean } from './clean.ts';
import { copies } from './copies.ts';
import { documentKind } from './document-kind.ts';
import { footnotes } from './footnotes.ts';
import { addHabits, type ClauseHabits, clauseHabits } from './glued.ts';
import { type Header, header } from './header.ts';
import { joinLines } from './join-lines.ts';
import type { Line } from './lines.ts';
import type { Message } from './message.ts';
import { numbering } from './numbering.ts';
import { outline } from './outline.ts';
import { strays } from './strays.ts';

export interface StructureOptions {
  seed: string;
  /** What a person states, else null. */
  kind: 'report' | 'article' | null;
  chrome: Chromes;
  habits: ClauseHabits;
}

/** A document as blocks, in the order of the seed. */
export interface Structure {
  kind: 'report' | 'article';
  header: Header;
  /** The blocks between header and attachments. */
  body: Block[];
  blocks: Block[];
  notes: NoteBlock[];
  /** The last note is cut off. */
  truncated: boolean;
  dropped: Dropped[];
  messages: Message[];
}

/** The lines of a document → its blocks: header, headings, paragraphs, notes, attachments. 各位代表: | 一、2019年工作回顾 | … | 名词解释: | 1、… */
export function structure(all: readonly Line[], { seed, kind: stated, chrome, habits }: StructureOptions): Structure {
  const single = copies(all);
  const cleaned = clean(single.lines, chrome);
  const kind = stated ?? documentKind(cleaned.head, cleaned.body);
  const { lines, date } = lastDate(cleaned.body);
  const top = header(cleaned.head, kind);
  const parts = attachments(joinLines(lines));
  const feet = footnotes(parts.body.map(({ text }) => text));
  const text = parts.body.filter((_, i) => !feet.has(i));
  const swept = strays(
    outline(text, { kind, habits: () => addHabits(habits, clauseHabits(text.map(({ text }) => text.value).join('\n'))) }),
  );
  const end = appendix(parts.attachments, swept.blocks, seed);
  const below = pageNotes(feet, end.notes);
  const dated = date && kind === 'article' ? [block('date', date.text, 'front')] : [];
  const siteDate = date && kind === 'report' ? [{ ...date.text.seedRange(), reason: '网站的发布日期' }] : [];
  return {
    kind,
    header: top,
    body: [...swept.blocks, ...dated],
    blocks: [...top.blocks, ...withNotes(swept.blocks, below), ...end.blocks, ...dated],
    notes: [...below, ...end.notes],
    truncated: end.truncated,
    dropped: [...single.dropped, ...cleaned.dropped, ...top.dropped, ...swept.dropped, ...siteDate],
    messages: [...single.messages, ...swept.messages, ...numbering(swept.blocks), ...end.messages],
  };
}

/** A date alone on the last line: of an article its own, under a report that of the site's page. */
function lastDate(lines: readonly Line[]): { lines: readonly Line[]; date: Line | null } {
  const last = lines.at(-1);
  const dated = last !== undefined && /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u.test(last.text.value);
  return dated ? { lines: lines.slice(0, -1), date: last } : { lines, date: null };
}

/** The blocks of the body with the notes at the foot of pages in their places. */
function withNotes(body: readonly Block[], notes: readonly NoteBlock[]): Block[] {
  if (notes.length === 0) return [...body];
  return [...body, ...notes.map(({ block }) => block)].sort((a, b) => a.text.start - b.text.start);
}
