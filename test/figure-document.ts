import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Block, BlockType } from '../src/pipeline/block.ts';
import type { FigureDocument } from '../src/pipeline/indicators.ts';
import { dictionarySchema } from '../src/schemas/indicator.ts';
import type { Part } from '../src/schemas/report.ts';
import { MappedText } from '../src/text/mapped-text.ts';

export const dictionary = dictionarySchema.parse(parse(readFileSync('seeds/indicators.yml', 'utf8')));

export interface Line {
  part?: Part;
  type?: BlockType;
  /** Of a heading. */
  title?: string;
  text: string;
}

/** A document of lines, one a block: `p1`, `p2`, … */
export function figureDocument(lines: readonly (Line | string)[], year: number | null = 2020): FigureDocument {
  const all = lines.map((line) => (typeof line === 'string' ? { text: line } : line));
  const seed = all.map(({ text }) => text).join('\n');
  let at = 0;
  const blocks = all.map(({ part = 'review', type = 'paragraph', title, text }, i): Block => {
    const start = at;
    at += text.length + 1;
    const heading = type === 'heading' ? { depth: 1 as const, num: '', title: title ?? text, runIn: false } : {};
    return { type, part, text: MappedText.of(seed, [{ start, end: start + text.length }]), anchor: `p${i + 1}`, section: '', ...heading };
  });
  return { id: 'test', seed, year, blocks };
}
