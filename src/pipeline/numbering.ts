import type { Block } from './block.ts';
import type { Message } from './message.ts';
import { ordinalOf } from './ordinals.ts';

/** Doubts about the printed numbers of headings: (三) is followed by (五). A fragment may begin with any number, and below (三) kinds of numbers mix. */
export function numbering(blocks: readonly Block[]): Message[] {
  const last = new Map<number, number>();
  const messages: Message[] = [];
  for (const { type, depth, num, title, text, attachment } of blocks) {
    if (type !== 'heading' || depth === undefined || depth > 2 || attachment) continue;
    for (const inner of last.keys()) if (inner > depth) last.delete(inner);
    const n = ordinalOf(num ?? '');
    if (n === null) continue;
    const before = last.get(depth);
    if (before !== undefined && n !== before + 1 && n !== 1) {
      messages.push({
        rule: 'heading-gap',
        offset: text.start,
        text: `标题“${num}${title ? ` ${title}` : ''}”的编号接不上前面的第${before}项`,
        action: '请核对原文是否缺了标题，或编号本来如此',
      });
    }
    last.set(depth, n);
  }
  return messages;
}
