/**
 * The words of the index are pairs of neighbouring characters, numbers and Latin letters included: so every piece of a
 * text can be found, `856个` inside of `5856个` too. Single characters have an index of their own: in Pagefind they would
 * take half as much memory again.
 */

/** A sign counts as a letter (`8.5%`, `R&D`, `底线。打好`). Pagefind drops signs: runes stand for them, one for all that are rare. */
const signs = '%&.+-/°~。,、;:!?"“”‘’()《》〈〉—·…[]【】';
const firstRune = 0x16a0;
const sign = /[\p{P}\p{S}]/gu;
const wordRuns = /[\p{L}\p{N}]+/gu;

/** Every pair of characters of a folded text, each once, in order. */
export function pairsOfText(folded: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of runsOf(folded)) for (let i = 1; i < run.length; i++) pairs.add(`${run[i - 1]}${run[i]}`);
  return pairs;
}

/** Every character of a folded text that can be looked for by itself, each once. */
export function charactersOfText(folded: string): Set<string> {
  return new Set(runsOf(folded).flat());
}

export function isPair(token: string): boolean {
  return [...token].length > 1;
}

/** The tokens that a text must have to contain the folded word: its pairs, or its only character. `加装电梯` → 加装 装电 电梯 */
export function queryTokens(word: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(word)) {
    if (run.length === 1) tokens.add(run[0] ?? '');
    for (let i = 1; i < run.length; i++) tokens.add(`${run[i - 1]}${run[i]}`);
  }
  return [...tokens];
}

function runsOf(folded: string): string[][] {
  const letters = folded.replace(sign, (char) => String.fromCharCode(firstRune + signs.indexOf(char) + 1));
  return (letters.match(wordRuns) ?? []).map((run) => [...run]);
}
