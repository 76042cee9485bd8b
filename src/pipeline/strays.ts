import type { Dropped } from '../schemas/report.ts';
import type { Block } from './block.ts';
import type { Message } from './message.ts';

/** …资本变资金。某某论坛笔记: a few words without a verb's end or a mark behind the last sentence of a paragraph. */
const stray = /(?<=[。！!？?][”’）)]?)\p{Script=Han}{4,14}$/u;
/** …生态绿城。2019年…主要指标完成情况及2020年…主要指标: the title of a table that is lost. */
const caption = /(?<=[。！!？?；;])(?:\d{4}年)?[^。！？；：，,]{4,50}(?:指标|情况|一览表|统计表|明细表|清单|示意图|图\d*|表\d*)$/u;

/**
 * Takes what does not belong to a paragraph from its end: a watermark is dropped, the title of a lost table becomes a block of its own.
 */
export function strays(blocks: readonly Block[]): { blocks: Block[]; dropped: Dropped[]; messages: Message[] } {
  const dropped: Dropped[] = [];
  const messages: Message[] = [];
  const result = blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph' || block.text.length < 60) return [block];
    const { value } = block.text;
    const title = caption.exec(value);
    if (title) {
      messages.push(lostTable(block.text.seedOffset(title.index), title[0]));
      return [
        { ...block, text: block.text.slice(0, title.index) },
        { ...block, type: 'caption', lead: 0, text: block.text.slice(title.index) },
      ];
    }
    const mark = stray.exec(value);
    if (!mark) return [block];
    dropped.push({ ...block.text.seedRange(mark.index), reason: '网站的水印' });
    return [{ ...block, text: block.text.slice(0, mark.index).trim() }];
  });
  return { blocks: result, dropped, messages };
}

const lostTable = (offset: number, title: string): Message => ({
  rule: 'lost-table',
  offset,
  text: `“${title.slice(0, 40)}”之后没有表`,
  action: '请查找原文的附表',
});
