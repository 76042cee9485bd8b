import type { Dropped } from '../schemas/report.ts';
import type { Line } from './lines.ts';
import type { Message } from './message.ts';

/** 现在，我代表市人民政府向大会作工作报告 | 我受县人民政府委托，现在向大会作政府工作报告 */
const opening =
  /^(?:各位[^。！]{2,30}[：:！!]\s*)?(?:现在|現在|下面|首先)?[,，、]?\s*(?:请?允许我|請?允許我|我)(?:谨|现)?(?:代表|受).{2,40}(?:报告|報告|作)/u;
/** 各位代表: | 主任、各位副主任、各位代表： */
export const salutationLine = /^(?:[^。：:]{0,24}[、，,])?各位\s*(?:代\s*表|委\s*员|同志)[^。]{0,12}[：:！!，,]?$/u;

/** Whether a report begins with this line. */
export function isOpening(line: string): boolean {
  return opening.test(line);
}

/**
 * Where a body is printed more than once (a page and its print view; an excerpt before the text), keeps the copy that holds most
 * and drops the others. 各位代表:现在,我代表… | …奋斗! | 各位代表:现在,我代表…
 */
export function copies(lines: readonly Line[]): { lines: Line[]; dropped: Dropped[]; messages: Message[] } {
  const starts = lines.flatMap((line, index) => (isOpening(line.text.value) ? [index] : []));
  if (starts.length < 2) return withoutRepeats(lines);
  const bounds = starts.map((at) => (at > 0 && salutationLine.test(lines[at - 1]?.text.value ?? '') ? at - 1 : at));
  const ranges = bounds.map((from, i) => ({ from, to: bounds[i + 1] ?? lines.length }));
  const bodies = ranges.map(({ from, to }) => sentences(lines.slice(from, to)));
  const best = bodies.reduce((best, body, i) => (weight(body) > weight(bodies[best] ?? new Map()) ? i : best), 0);
  const kept = ranges[best];
  const head = ranges[0];
  if (!kept || !head) return withoutRepeats(lines);
  const inside = (index: number): boolean => index < head.from || (index >= kept.from && index < kept.to);
  const dropped = lines.filter((_, index) => !inside(index)).map(({ text }) => ({ ...text.seedRange(), reason: '重复的正文' }));
  const others = onlyElsewhere(bodies, best)
    .slice(0, 3)
    .map((sentence) => `“${sentence}”`)
    .join('');
  const message: Message = {
    rule: 'repeated-body',
    offset: lines[kept.from]?.text.start ?? 0,
    text: `正文印了${bodies.length}遍，只发布最完整的一遍${others === '' ? '' : `；其余各遍另有：${others}`}`,
    action: '请核对原文，确认发布的一遍无误',
  };
  return { lines: lines.filter((_, index) => inside(index)), dropped, messages: [message] };
}

/** Long lines that stand word for word further up. */
function withoutRepeats(lines: readonly Line[]): { lines: Line[]; dropped: Dropped[]; messages: Message[] } {
  const seen = new Set<string>();
  const kept: Line[] = [];
  const dropped: Dropped[] = [];
  for (const line of lines) {
    const { value } = line.text;
    if (value.length >= 60 && seen.has(value)) dropped.push({ ...line.text.seedRange(), reason: '重复的段落' });
    else kept.push(line);
    seen.add(value);
  }
  return { lines: kept, dropped, messages: [] };
}

/** The sentences of a body by their letters alone. */
function sentences(lines: readonly Line[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { text } of lines) {
    for (const sentence of text.value.split(/(?<=[。！？!?；;])/u)) {
      const key = sentence.replace(/[^\p{L}\p{N}]/gu, '');
      if (key.length >= 8 && /\p{Script=Han}{4}/u.test(key)) found.set(key, sentence.trim());
    }
  }
  return found;
}

const weight = (body: ReadonlyMap<string, string>): number => [...body.keys()].reduce((sum, key) => sum + key.length, 0);

/** Sentences of the other copies that the kept one lacks and that it does not hold in part. */
function onlyElsewhere(bodies: readonly Map<string, string>[], best: number): string[] {
  const kept = [...(bodies[best]?.keys() ?? [])].join('');
  const result = new Set<string>();
  for (const [i, body] of bodies.entries()) {
    if (i === best) continue;
    for (const [key, sentence] of body) if (!kept.includes(key.slice(0, 12))) result.add(sentence.slice(0, 60));
  }
  return [...result];
}
