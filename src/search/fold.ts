/** A text as it is compared: NFKC, lower case, no white space. `at[i]` is where its i-th unit stands in the source; one more for the end. */
export interface Folded {
  value: string;
  at: readonly number[];
}

/** Han without the compatibility ideographs: NFKC and case leave them alone. */
const plainHan = /^[\u4e00-\u9fff]$/;
const invisible = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** `ＧＤＰ增长 8.5％` → `gdp增长8.5%` with the place of every unit. */
export function foldMapped(text: string): Folded {
  let value = '';
  const at: number[] = [];
  let offset = 0;
  for (const char of text) {
    const folded = plainHan.test(char) ? char : foldChar(char);
    for (let i = 0; i < folded.length; i++) at.push(offset);
    value += folded;
    offset += char.length;
  }
  at.push(offset);
  return { value, at };
}

/** `ＧＤＰ增长 8.5％` → `gdp增长8.5%` */
export function fold(text: string): string {
  return foldMapped(text).value;
}

function foldChar(char: string): string {
  return char.normalize('NFKC').toLowerCase().replace(invisible, '');
}
