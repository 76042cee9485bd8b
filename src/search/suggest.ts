import { fold } from './fold.ts';
import type { Suggestion } from './published.ts';

const most = 8;

/** The suggestions for what is typed: names that begin with it, in characters or pinyin, before names that have it inside. */
export function suggest(typed: string, suggestions: readonly Suggestion[]): Suggestion[] {
  const text = fold(typed);
  if (text === '') return [];
  const rated = suggestions.flatMap((suggestion) => {
    const rate = rateSuggestion(text, suggestion);
    return rate > 0 ? [{ suggestion, rate: rate + kindRate[suggestion[2]] }] : [];
  });
  rated.sort((a, b) => b.rate - a.rate || a.suggestion[1].length - b.suggestion[1].length);
  return rated.slice(0, most).map(({ suggestion }) => suggestion);
}

/** Among equals a place comes first, a mere word last. */
const kindRate: Readonly<Record<Suggestion[2], number>> = { region: 0.3, indicator: 0.2, term: 0.1, keyword: 0 };

function rateSuggestion(text: string, [, name, , pinyin]: Suggestion): number {
  const folded = fold(name);
  if (folded === text) return 6;
  if (folded.startsWith(text)) return 5;
  const [whole = '', initials = ''] = pinyin.split(' ');
  if (/^[a-z0-9]+$/.test(text)) {
    if (whole === text || initials === text) return 4;
    if (whole.startsWith(text) || (text.length > 1 && initials.startsWith(text))) return 3;
  }
  return folded.includes(text) ? 2 : 0;
}
