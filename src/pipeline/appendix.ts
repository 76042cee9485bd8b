import type { Note, Part } from '../schemas/report.ts';
import { MappedText, type Range } from '../text/mapped-text.ts';
import type { Attachment } from './attachments.ts';
import { type Block, block } from './block.ts';
import type { Line } from './lines.ts';
import { markOf } from './marks.ts';
import type { Message } from './message.ts';
import { areNotes, type NoteEntry, type Notes, notes } from './notes.ts';
import { isNotesHeading, namesNotes } from './notes-heading.ts';

/** A note with the block that it became. */
export interface NoteBlock extends NoteEntry {
  block: Block;
  record: Omit<Note, 'id' | 'occurrences'>;
}

export interface Appendix {
  blocks: Block[];
  notes: NoteBlock[];
  /** The last note is cut off. */
  truncated: boolean;
  messages: Message[];
}

/** What stands behind the body → blocks: 附件1 with its definitions, 附件2 with the rows of its table, 附件3 with its list. */
export function appendix(list: readonly Attachment[], body: readonly Block[], seed: string): Appendix {
  const words = body.map(({ text }) => text.value).join('\n');
  const result: Appendix = { blocks: [], notes: [], truncated: false, messages: [] };
  for (const attachment of list) {
    const read = notesOf(attachment, words, seed);
    if (read) addNotes(result, attachment, read, seed);
    else result.blocks.push(head(attachment, 'attachment', seed), ...entries(attachment.lines));
  }
  if (result.notes.length === 0) result.messages.push(...onlyNamed(body.slice(-8)));
  return result;
}

/** 1．《政府工作报告》有关名词解释.doc: the definitions are not in this text. */
function onlyNamed(blocks: readonly Block[]): Message[] {
  const name = blocks.find(({ text }) => namesNotes(text.value))?.text;
  if (!name) return [];
  return [
    {
      rule: 'notes-only-named',
      offset: name.start,
      text: `只写了附件的名称（${name.value}），没有内容`,
      action: '请找到附件，把名词解释补在原文后面',
    },
  ];
}

/** 2022年10件民生实事完成情况 | 主要指标表: no list of definitions, whatever its entries look like. */
const listTitle = /实事|清单|项目|情况|指标|一览|统计|分工|[表图]$/u;

/** The definitions of an attachment that is called 名词解释, or that is a list of terms which the report uses. */
function notesOf({ title, lines }: Attachment, body: string, seed: string): Notes | null {
  if (lines.length === 0 || (listTitle.test(title) && !isNotesHeading(title))) return null;
  const { region, breaks } = regionOf(lines, seed);
  const read = notes(region, { body, breaks });
  return isNotesHeading(title) || areNotes(read, body) ? read : null;
}

/** The lines as one text, with the white space between them, and where in it they begin. */
function regionOf(lines: readonly Line[], seed: string): { region: MappedText; breaks: number[] } {
  const pieces: Range[] = [];
  const breaks: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    const before = pieces.at(-1)?.end ?? text.start;
    if (seed.slice(before, text.start).trim() === '') {
      pieces.push({ start: before, end: text.start });
      length += text.start - before;
    }
    breaks.push(length);
    pieces.push(...text.pieces());
    length += text.length;
  }
  return { region: MappedText.of(seed, pieces), breaks };
}

function addNotes(result: Appendix, attachment: Attachment, { entries, rest, messages }: Notes, seed: string): void {
  const noteBlocks = entries.map(noteBlock);
  const others = rest.filter(({ length }) => length > 0).map((text) => block('paragraph', text, 'notes'));
  const inOrder = [...noteBlocks.map(({ block }) => block), ...others].sort((a, b) => a.text.start - b.text.start);
  result.blocks.push(head(attachment, 'notes', seed), ...inOrder);
  for (const block of noteBlocks) result.notes.push(block);
  result.truncated ||= entries.at(-1)?.truncated ?? false;
  result.messages.push(...messages);
}

/** Notes at the foot of pages (their lines by index), numbered behind those at the end. */
export function pageNotes(feet: ReadonlyMap<number, NoteEntry>, end: readonly NoteBlock[]): NoteBlock[] {
  const last = Math.max(0, ...end.map(({ n }) => n));
  return [...feet.values()].map((entry) => noteBlock({ ...entry, n: last + entry.n }));
}

function noteBlock(entry: NoteEntry): NoteBlock {
  const { n, term, definition, text, termRange } = entry;
  return {
    ...entry,
    block: { ...block('note', text, 'notes'), n, term: termRange },
    record: { n, term, definition, ...text.seedRange() },
  };
}

function head({ heading, num, title }: Attachment, part: Part, seed: string): Block {
  const [first, second] = heading;
  // The line break between 附件2 and its title stays, or the two would read as one word.
  const gap = first && second ? MappedText.of(seed, [{ start: first.end, end: first.end + 1 }]) : null;
  const text =
    first && second && gap?.value.trim() === '' ? first.concat(gap).concat(second) : first && second ? first.concat(second) : first;
  if (!text) throw new RangeError('an attachment has a heading');
  return { ...block('heading', text, part), depth: 1, num, title, runIn: false, attachment: true };
}

/** Numbered entries, the loose lines of a table, paragraphs. */
function entries(lines: readonly Line[]): Block[] {
  const table = lines.some(({ text }) => /^序\s*号$/u.test(text.value));
  return lines.map(({ text }) => {
    const numbered = markOf(text.value) !== null;
    const short = text.length <= 30 && !/[。！？；]$/u.test(text.value);
    return block(table || (short && !numbered) ? 'row' : numbered ? 'item' : 'paragraph', text, 'attachment');
  });
}
