const digits: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const steps: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const magnitudes: [string, number][] = [
  ['亿', 1e8],
  ['万', 1e4],
];

/** 1,234.5 */
const arabic = /^\d[\d,]*(?:\.\d+)?$/;
/** 三点五 */
const withPoint = /^([^点]+)点([零〇一二三四五六七八九]+)$/;
/** 二〇三五 */
const digitByDigit = /^[零〇一二三四五六七八九]{2,}$/;

/** The number that a numeral says: `1,234.5` → 1234.5, 二〇三五 → 2035, 七千二百万 → 72000000; null for any other text. */
export function numeral(text: string): number | null {
  if (arabic.test(text)) return Number(text.replaceAll(',', ''));
  if (digitByDigit.test(text)) return Number(spell(text));
  const point = withPoint.exec(text);
  if (!point) return whole(text);
  const high = whole(point[1] ?? '');
  return high === null ? null : Number(`${high}.${spell(point[2] ?? '')}`);
}

function spell(text: string): string {
  return [...text].map((character) => digits[character]).join('');
}

/** 一亿二千万: what stands before the greatest magnitude counts so many of it. */
function whole(text: string): number | null {
  for (const [character, magnitude] of magnitudes) {
    const at = text.lastIndexOf(character);
    if (at < 0) continue;
    const high = at === 0 ? 1 : whole(text.slice(0, at));
    const low = at === text.length - 1 ? 0 : whole(text.slice(at + 1));
    return high === null || low === null ? null : high * magnitude + low;
  }
  return belowTenThousand(text);
}

/** 二千三百零五 */
function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const step = steps[character];
    if (character in digits) digit = digits[character] ?? 0;
    else if (step) {
      total += (digit ?? 1) * step;
      digit = null;
    } else return null;
  }
  return text === '' ? null : total + (digit ?? 0);
}
