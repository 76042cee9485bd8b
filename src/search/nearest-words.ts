import { fold } from './fold.ts';
import { queryTokens } from './grams.ts';
import type { Word } from './parse-query.ts';

/** Words that ask, and say nothing of what is asked for. */
const questions =
  /^(?:什么|怎么|怎样|如何|哪些|哪个|哪里|多少|几个|为什么|是否|有没有|关于|以及|或者|可以|已经|进行|我们|他们|这个|那个|情况|问题|请问|分别)$/u;

/**
 * The words inside of words, for a query that nothing contains: 岳麓区新增多少学位 → 岳麓区, 新增, 学位. Where the browser
 * cannot divide Chinese, pairs of characters.
 */
export function divideWords(words: readonly Word[]): Word[] {
  const divided = words.flatMap(({ text }) => segment(text)).map(fold);
  const useful = divided.filter((text) => [...text].length > 1 && !questions.test(text) && queryTokens(text).length > 0);
  return asWords(useful);
}

/** The pairs of characters of the words, where not even the words inside of them stand anywhere. */
export function pairsOf(words: readonly Word[]): Word[] {
  return asWords(
    words.flatMap(({ text }) => [...text].map((_, i) => text.slice(i, i + 2)).filter((pair) => queryTokens(pair).length === 1)),
  );
}

function asWords(texts: readonly string[]): Word[] {
  return [...new Set(texts)].slice(0, 12).map((text) => ({ source: text, text, alternatives: [] }));
}

function segment(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.split(/[^\p{L}\p{N}]+/u).flatMap((run) => queryTokens(run));
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].flatMap((part) => (part.isWordLike ? [part.segment] : []));
}
