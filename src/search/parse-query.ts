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
const letter = /[\p{L}\p{N}]/u;
const maxWords = 12;
const maxLength = 80;

/** `岳麓区 “学位” 8.5％` → 岳麓区, 学位, 8.5%; each word once. Only white space separates. Signs by themselves count if there is nothing else. */
export function parseQuery(query: string): Word[] {
  const words: Word[] = [];
  for (const source of splitQuery(query)) {
    const text = fold(source).slice(0, maxLength);
    if (queryTokens(text).length > 0 && !words.some((word) => word.text === text)) words.push({ source, text, alternatives: [] });
  }
  const said = words.filter((word) => letter.test(word.text));
  return (said.length > 0 ? said : words).slice(0, maxWords);
}

function splitQuery(query: string): string[] {
  const clean = query.replace(/[\s\u3000]+/g, ' ').trim();
  return [...clean.matchAll(quoted)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
}
