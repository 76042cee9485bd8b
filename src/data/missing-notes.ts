import type { Term } from '../schemas/term.ts';

/** A printed mark whose note is not in the text that is left: [7] behind “一图四库一清单”. */
export interface MissingNote {
  n: number;
  /** The words that it seems to explain, and the term of that name that other reports define. */
  words: string;
  term: Term | null;
}

const missingLink = /<a href="#missing-(\d+)"[^>]*?(?: data-term="([^"]*)")?>/g;

/** The marks of a rendered text whose notes are missing, each once, in the order of their numbers. */
export function missingNotes(html: string, terms: readonly Term[], own: string): MissingNote[] {
  const found = new Map<number, string>();
  for (const [, n, words = ''] of html.matchAll(missingLink)) if (!found.get(Number(n))) found.set(Number(n), words);
  return [...found].sort(([a], [b]) => a - b).map(([n, words]) => ({ n, words, term: definedElsewhere(words, terms, own) }));
}

/** The same name, quotation marks aside; never a part of a longer one. */
function definedElsewhere(words: string, terms: readonly Term[], own: string): Term | null {
  const name = bare(words);
  if (!name) return null;
  const term = terms.find((candidate) => [candidate.term, ...candidate.aliases].some((alias) => bare(alias) === name));
  return term?.definitions.some((definition) => definition.report !== own) ? term : null;
}

function bare(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/["'“”‘’「」\s]/gu, '')
    .toLowerCase();
}
