import { fold } from './fold.ts';
import { queryTokens } from './grams.ts';
import type { Word } from './parse-query.ts';

/** Words that ask, and say nothing of what is asked for. */
const questions =
  /^(?:什么|怎么|怎样|如何|哪些|哪个|哪里|多少|几个|为什么|是否|有没有|关于|以及|或者|可以|已经|进行|我们|他们|这个|那个|情况|问题|请问|分别)$/u;

/** The words inside of words, for a query that nothing contains: 岳麓区新增多少学位 → 岳麓区, 新增, 学位. */
export function divideWords(words: readonly Word[]): Word[] {
  const divided = words.flatMap(({ text }) => segment(text)).map(fold);
  const useful = divided.filter((text) => [...text].length > 1 && !questions.test(text) && queryTokens(text).length > 0);
  return asWords(useful);
}

/** Of a text the offsets between its words: 吸引力 has none inside, so that 引力 is no word there. Without a divider, undefined. */
export function wordBorders(text: string): ReadonlySet<number> | undefined {
  if (!('Segmenter' in Intl)) return undefined;
  return new Set([...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((part) => part.index).concat(text.length));
}

function asWords(texts: readonly string[]): Word[] {
  return [...new Set(texts)].slice(0, 12).map((text) => ({ source: text, text, alternatives: [] }));
}

/** Characters that the divider leaves by themselves are a name: 岳|麓|区 */
function segment(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.split(/[^\p{L}\p{N}]+/u);
  const found: string[] = [];
  let single = '';
  for (const part of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const alone = /^\p{Script=Han}$/u.test(part.segment);
    if (!alone) found.push(single, part.isWordLike ? part.segment : '');
    single = alone ? single + part.segment : '';
  }
  return [...found, single];
}
