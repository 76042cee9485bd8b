import { blockWords } from './block-words.ts';
import { passage } from './url.ts';

/**
 * The part of a URL that marks `quote` in the block `anchor` of document `id`. A browser marks the first place on a page that
 * has the words (固定资产投资增长10% may be a result and a target), so where they stand elsewhere too, the words before them are named.
 */
export function passageIn(id: string, anchor: string, quote: string): string {
  const { blocks, all } = blockWords(id);
  const own = blocks.get(anchor) ?? '';
  const at = own.indexOf(quote);
  if (at === -1) return `#${anchor}`;
  const prefixes = ['', ...clausesBefore(own.slice(0, at))];
  const prefix = prefixes.find((before) => occursOnce(all, before + quote)) ?? '';
  return passage(anchor, quote, prefix);
}

function occursOnce(text: string, words: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words);
}

/** What stands before the quote, from the beginning of each clause on, the shortest first. */
function clausesBefore(text: string): string[] {
  const clauses = text.match(/[^，,；;。：:、]*[，,；;。：:、]*/gu)?.filter(Boolean) ?? [];
  return clauses.map((_, i) => clauses.slice(clauses.length - 1 - i).join(''));
}
