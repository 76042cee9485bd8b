import { foldMapped } from './fold.ts';
import type { RecordText } from './published.ts';

/** A block of a record with its place in the folded text of the record. */
export interface OpenBlock {
  /** Index in `sections`; -1 before the first. */
  section: number;
  anchor: string;
  text: string;
  start: number;
  end: number;
  /** Offsets in `text` of the folded units, and of the end. */
  at: readonly number[];
}

interface OpenSection {
  id: string;
  heading: string;
  parent: number;
}

/** The text of a record, ready to be looked through: blocks follow each other without a gap, then the first characters of the next record. */
export interface OpenRecord {
  sections: readonly OpenSection[];
  blocks: readonly OpenBlock[];
  folded: string;
  /** Innermost section shared with what follows. */
  nextSection: number;
  nextText: string;
}

export function openRecord({ sections, blocks, next: [nextText, nextSection] }: RecordText): OpenRecord {
  let folded = '';
  const open = blocks.map(([section, anchor, text]): OpenBlock => {
    const { value, at } = foldMapped(text);
    const start = folded.length;
    folded += value;
    return { section, anchor, text, start, end: folded.length, at };
  });
  return {
    sections: sections.map(([id, heading, parent]) => ({ id, heading, parent })),
    blocks: open,
    folded: folded + foldMapped(nextText).value,
    nextSection,
    nextText,
  };
}
