import type { OpenBlock, OpenRecord } from './open-record.ts';
import type { Word } from './parse-query.ts';

/** An occurrence of a word in a block: offsets in the block's printed text. */
export interface Span {
  word: number;
  start: number;
  end: number;
  /** The word itself, not another name for it. */
  literal: boolean;
}

/** What a block has of the words. */
export interface BlockMatch {
  record: OpenRecord;
  block: OpenBlock;
  spans: readonly Span[];
}

/** A word that begins in one block and ends in a later one, in the innermost section that holds both. */
interface BorderMatch extends BlockMatch {
  word: number;
  section: number;
}

export interface RecordMatch {
  blocks: BlockMatch[];
  borders: BorderMatch[];
}

/** Looks for the words literally: nothing that the index says is believed before. */
export function matchRecord(record: OpenRecord, words: readonly Word[]): RecordMatch {
  const spans = new Map<OpenBlock, Span[]>();
  const borders: BorderMatch[] = [];
  for (const [word, { text, alternatives }] of words.entries())
    for (const [variant, name] of [text, ...alternatives].entries())
      for (const start of occurrences(record.folded, name)) {
        const block = blockAt(record, start);
        if (!block) continue;
        const span = printedSpan(block, word, start, start + name.length, variant === 0);
        if (start + name.length <= block.end) spans.set(block, [...(spans.get(block) ?? []), span]);
        else borders.push({ record, block, spans: [span], word, section: sectionAcross(record, block, start + name.length) });
      }
  const blocks = [...spans].map(([block, found]) => ({ record, block, spans: found.sort((a, b) => a.start - b.start) }));
  return { blocks: blocks.sort((a, b) => a.block.start - b.block.start), borders };
}

export function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1 && word !== ''; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** Every one of the needed words, or one of its other names, is there. */
export function hasAll(spans: readonly Span[], needed: ReadonlySet<number>): boolean {
  return [...needed].every((word) => spans.some((span) => span.word === word));
}

function blockAt(record: OpenRecord, offset: number): OpenBlock | undefined {
  return record.blocks.find((block) => offset >= block.start && offset < block.end);
}

function printedSpan(block: OpenBlock, word: number, start: number, end: number, literal: boolean): Span {
  const last = Math.min(end, block.end) - block.start;
  const first = block.at[start - block.start] ?? 0;
  return { word, start: first, end: Math.max(first + 1, block.at[last] ?? block.text.length), literal };
}

function sectionAcross(record: OpenRecord, block: OpenBlock, end: number): number {
  const last = blockAt(record, end - 1);
  if (!last) return record.nextSection;
  const around = sectionChain(record, last.section);
  return sectionChain(record, block.section).find((section) => around.includes(section)) ?? -1;
}

/** A section and those around it, the innermost first. */
export function sectionChain(record: OpenRecord, section: number): number[] {
  const chain: number[] = [];
  for (let at = section; at !== -1; at = record.sections[at]?.parent ?? -1) chain.push(at);
  return chain;
}
