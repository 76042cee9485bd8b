import type { StatedDocument } from '../schemas/manifest.ts';
import type { ReportRecord } from '../schemas/report.ts';
import type { Block } from './block.ts';
import { isOpening } from './copies.ts';
import type { Message } from './message.ts';

interface Given {
  blocks: readonly Block[];
  /** The last note is cut off. */
  notes: boolean;
  stated: StatedDocument | null;
}

const ended = /[。！？!?…”’）)】》]$/u;
/** 让我们…而奋斗！: how a report closes. */
const closing = /让我们|谢谢|奋斗|努力|奋进|新篇章|献礼|篇章|贡献/u;

/** 附件： | 1．《政府工作报告》有关名词解释.doc */
const attachmentName = /^附\s*件\s*[\d一二三]?\s*[：:]|\.(?:docx?|pdf|xlsx?|wps|rar|zip)$/u;

/** Whether the text is whole, breaks off, or is a piece out of a longer one. */
export function completeness({ blocks, notes, stated }: Given): {
  value: ReportRecord['completeness'];
  inferred: string[];
  messages: Message[];
} {
  if (stated?.completeness) return { value: stated.completeness, inferred: [], messages: [] };
  const body = blocks.filter(({ part, type }) => part !== 'notes' && part !== 'attachment' && type !== 'caption');
  const text = withoutNames(body.filter(({ type }) => type === 'paragraph' || type === 'item'));
  const last = text.at(-1);
  const first = body.find(({ type }) => type === 'heading');
  const opens = text.slice(0, 6).some((block) => isOpening(block.text.value) || /各位(?:代表|委员)/u.test(block.text.value));
  const midway = !opens && first !== undefined && ordinalAfterFirst(first);
  const breaksOff = last !== undefined && !ended.test(last.text.value) && last.text.length > 20;
  const closes = last !== undefined && (closing.test(last.text.value) || text.slice(-3).some(({ text }) => closing.test(text.value)));
  const inferred = ['completeness'];
  if (midway) return { value: 'fragment', inferred, messages: [say('fragment', text[0], '文本从半中间开始，是一份更长文本的一部分')] };
  if (breaksOff) return { value: 'truncated', inferred, messages: [say('truncated', last, '正文在句子中间断了')] };
  if (notes) return { value: 'truncated', inferred, messages: [say('truncated', blocks.at(-1), '最后一条名词解释没有写完')] };
  if (!closes && opens) return { value: 'truncated', inferred, messages: [say('truncated', last, '正文没有结束语，可能被截断')] };
  // A text that opens and closes as a report does says itself that it is whole.
  return { value: 'complete', inferred: opens && closes ? [] : inferred, messages: [] };
}

/** Without the names of attachments behind the last words: 附件：1. 名词解释 | 2．民生实事清单 */
function withoutNames(text: readonly Block[]): Block[] {
  const listed = text.findLastIndex(({ text: { value } }) => /^附\s*件\s*[：:]/u.test(value));
  const isList =
    listed >= 0 && text.slice(listed + 1).every(({ text: { value } }) => /^\d{1,2}\s*[．.、]/u.test(value) && value.length <= 60);
  const own = isList ? text.slice(0, listed) : text;
  return own.slice(0, own.findLastIndex(({ text: { value } }) => !attachmentName.test(value)) + 1);
}

/** 二、…: the first heading of the text is not the first of its list. */
const ordinalAfterFirst = ({ num = '' }: Block): boolean => num !== '' && !/[一1①]/u.test(num);

const say = (rule: string, block: Block | undefined, text: string): Message => ({
  rule,
  offset: block?.text.start ?? 0,
  text,
  action: '请找完整的文本补充，或在 seeds/manifest.yml 写明 completeness',
});
