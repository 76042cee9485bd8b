import type { Dropped } from '../schemas/report.ts';
import type { Line } from './lines.ts';

/** A line that only divides entries of a listing: - */
const divider = /^[-—–―=*_·•|]{1,80}$/u;
/** A text, not a line of navigation. */
const bodyLength = 300;
const length = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Cuts a seed that is a listing of several texts (title, text and date, divided by lines such as `-`) into its texts.
 * A seed without such dividers is one document.
 */
export function split(lines: readonly Line[]): { parts: Line[][]; dropped: Dropped[] } {
  const chunks = chunk(lines);
  const texts = chunks.filter((lines) => length(lines) >= bodyLength);
  const dividerCount = lines.filter(({ text }) => divider.test(text.value)).length;
  if (texts.length < 2 || dividerCount < texts.length) return { parts: lines.length > 0 ? [[...lines]] : [], dropped: [] };
  const dropped = chunks
    .filter((lines) => !texts.includes(lines))
    .flat()
    .map(({ text }) => ({ ...text.seedRange(), reason: '列表页的文字' }));
  const dividers = lines
    .filter(({ text }) => divider.test(text.value))
    .map(({ text }) => ({ ...text.seedRange(), reason: '列表页的分隔线' }));
  return { parts: texts, dropped: [...dropped, ...dividers] };
}

function chunk(lines: readonly Line[]): Line[][] {
  const chunks: Line[][] = [[]];
  for (const line of lines) {
    if (divider.test(line.text.value)) chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  return chunks.filter((lines) => lines.length > 0);
}
