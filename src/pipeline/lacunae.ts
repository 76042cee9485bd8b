import type { Range } from '../text/mapped-text.ts';

/** 生产**业 | *推进 | 税费XX亿元 | □□镇 | �: placeholders of lost or hidden characters. */
const placeholder = /\*+|(?<![A-Za-z])[XxＸ×]{2,}(?![A-Za-z])|[□■▢�]+|[○〇]{2,}(?!\p{Script=Han}?年)/gu;
/** 株洲?中国动力谷 | 党建领航?三社联动: a mark that became a question mark, inside quotation marks or behind a full stop. */
const lostMark = /(?<=[“‘《][^”’》？?]{0,20}\p{Script=Han})\?(?=\p{Script=Han}[^”’》]{0,30}[”’》])|(?<=[。！；])\?/gu;
const question = /[吗呢谁何怎么什哪否几]/u;

/** Where a text lost characters: the source's own placeholders. */
export function lacunae(value: string): Range[] {
  const found: Range[] = [];
  for (const { index, 0: words } of value.matchAll(placeholder)) found.push({ start: index, end: index + words.length });
  for (const { index } of value.matchAll(lostMark)) {
    if (!question.test(value.slice(Math.max(0, index - 6), index))) found.push({ start: index, end: index + 1 });
  }
  return found.sort((a, b) => a.start - b.start);
}
