/**
 * The words of the index are single characters and pairs of neighbours, numbers and Latin letters included:
 * so every piece of a text can be found, `856个` inside of `5856个` too.
 */

/** Signs that matter inside a word (`8.5%`, `R&D`, `PM2.5`, `3-5`) and the letters that stand for them: Pagefind drops signs. */
const signs = '%&.+-/°~';
const runic = 'ᚠᚢᚦᚨᚱᚲᚷᚹ';
const wordRuns = /[\p{L}\p{N}]+/gu;

/** Every single character and every pair of a folded text, each once, in order. */
export function indexTokens(folded: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of runsOf(folded))
    for (let i = 0; i < run.length; i++) {
      tokens.add(run[i] ?? '');
      if (i > 0) tokens.add(`${run[i - 1]}${run[i]}`);
    }
  return tokens;
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
  const letters = folded.replace(/[%&.+\-/°~]/g, (sign) => runic[signs.indexOf(sign)] ?? '');
  return (letters.match(wordRuns) ?? []).map((run) => [...run]);
}
