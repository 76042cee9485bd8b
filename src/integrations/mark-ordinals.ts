import { toString as textOf } from 'mdast-util-to-string';
import type { DocumentBlock } from './remark-document.ts';

/** Cells of a lost table stand one below the other: 1 | 新增学位1.5万个 | 2.8万个 | 187% | 2 | … The numbers of its rows, counted up, become `row ordinal`. */
export function markOrdinals(blocks: readonly DocumentBlock[]): void {
  let next = 1;
  for (const block of blocks) {
    if (block.type !== 'row') next = 1;
    else if (textOf(block.node) === String(next)) {
      block.type = 'row ordinal';
      next += 1;
    }
  }
}
