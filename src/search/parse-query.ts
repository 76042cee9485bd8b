import { fold } from './fold.ts';
import { queryTokens } from './grams.ts';

/** A word of a query: every hit contains it. */
export interface Word {
  /** As typed. */
  source: string;
  /** As compared. */
  text: string;
  /** Folded names that stand for it as well: GDP → 地区生产总值. */
  alternatives: readonly string[];
}

/** `"优化营商环境"` by itself, also with Chinese marks: its white space does not separate. `“三资”清查` is a piece of a text. */
const quoted = /(?<!\S)(?:"([^"]+)"|“([^“”]+)”|「([^「」]+)」)(?!\S)|(\S+)/gu;
const maxWords = 12;
const maxLength = 80;

/** `岳麓区 “学位” 8.5％` → 岳麓区, 学位, 8.5%; each word once; what has neither letter nor number is no word. Only white space separates. */
export function parseQuery(query: string): Word[] {
  const words: Word[] = [];
  for (const source of splitQuery(query)) {
    const text = fold(source).slice(0, maxLength);
    if (queryTokens(text).length > 0 && !words.some((word) => word.text === text)) words.push({ source, text, alternatives: [] });
  }
  return words.slice(0, maxWords);
}

function splitQuery(query: string): string[] {
  const clean = query.replace(/[\s\u3000]+/g, ' ').trim();
  return [...clean.matchAll(quoted)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
}
