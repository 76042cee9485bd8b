import { fold } from './fold.ts';
import type { Word } from './parse-query.ts';

/** A word that was widened, for readers: `{ word: 'GDP', names: ['地区生产总值'] }`. */
export interface Widening {
  word: string;
  names: string[];
}

/** Every word with the other names of its thing, from groups like `['地区生产总值', 'GDP']`; and what was added. */
export function widen(words: readonly Word[], groups: readonly (readonly string[])[]): { words: Word[]; widened: Widening[] } {
  const widened: Widening[] = [];
  const wide = words.map((word) => {
    const names = groups.filter((group) => group.some((name) => fold(name) === word.text)).flat();
    const others = [...new Set(names)].filter((name) => fold(name) !== word.text);
    if (others.length > 0) widened.push({ word: word.source, names: others });
    return { ...word, alternatives: [...new Set(others.map(fold))].filter((name) => !name.includes(word.text)) };
  });
  return { words: wide, widened };
}
