import type { Part } from '../schemas/report.ts';
import type { MappedText, Range } from '../text/mapped-text.ts';

/**
 * - `title`, `session`, `date`, `speaker`: lines of the header;
 * - `heading`: a heading of depth 1 (一、), 2 (（一）) or below, or the heading of an attachment;
 * - `paragraph`: may begin with a lead (`lead` characters, set in bold);
 * - `item`: `——…`, an entry of a numbered list, a project;
 * - `note`: an entry of 名词解释;
 * - `row`: a loose line of a table whose rules are lost; `caption`: its title.
 */
export type BlockType = 'title' | 'session' | 'date' | 'speaker' | 'heading' | 'paragraph' | 'item' | 'note' | 'caption' | 'row';

/** One flow block of a document. The blocks of a document, in order, hold its whole text. */
export interface Block {
  type: BlockType;
  text: MappedText;
  part: Part;
  /** Of a heading. */
  depth?: 1 | 2 | 3;
  /** The number as printed, without its mark: `一`, `(八)`; '' where there is none. */
  num?: string;
  /** Of a heading: its words without number and without the full stop that ends it. */
  title?: string;
  runIn?: boolean;
  /** The heading opens an attachment (附件1) or the list of notes. */
  attachment?: boolean;
  /** How many characters at the beginning are a lead: 防控风险扎实有效。 */
  lead?: number;
  /** Of a note: its number, and where its term stands in `text.value`. */
  n?: number;
  term?: Range;
  /** Set by the stage `anchors`: `s2-8-p3`, `note-12`; and the section that the block stands in. */
  anchor: string;
  section: string;
}

/** A block as a stage makes it: the stage `anchors` says later where it stands. */
export const block = (type: BlockType, text: MappedText, part: Part): Block => ({ type, text, part, anchor: '', section: '' });
