/** A text without white space, quotation marks and invisible characters, in half width, and where each of its characters stood. */
export interface Folded {
  value: string;
  /** Index in the original of each character of `value`. */
  at: number[];
}

/** “ ” ‘ ’ 「 」 " ' ＂, white space, zero-width characters: they do not tell terms apart. */
const ignored = /[\s\u3000\u00ad\u200b-\u200f\u2060\ufeff“”„‟‘’‚‛"'＂＇「」『』〝〞〟´`]/u;
const fullWidth = /[！-～]/u;
/** Characters that stand for one another: 1·2 and 1•2, a—b and a-b. */
const alike: Readonly<Record<string, string>> = { '—': '-', '–': '-', '−': '-', '‐': '-', '‑': '-', '•': '·', '・': '·', '，': ',' };

/** “四上” 企业 → 四上企业; ２＋２＋４ → 2+2+4 */
export function fold(text: string): Folded {
  let value = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = foldCharacter(text.charAt(i));
    if (!character) continue;
    value += character;
    at.push(i);
  }
  return { value, at };
}

/** A UTF-16 unit in its folded form; '' where it is ignored. */
function foldCharacter(character: string): string {
  // Ideographs are nearly all of a text.
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  if (ignored.test(character)) return '';
  if (fullWidth.test(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  return alike[character] ?? character;
}
