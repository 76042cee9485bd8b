const digits = '一二三四五六七八九';

/** The value of a small ordinal: 十二 → 12, ⑫ → 12, １２ → 12, Ⅻ → 12; null where it is none. */
export function parseNumeral(text: string): number | null {
  const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'.indexOf(text);
  if (text !== '' && roman >= 0) return roman + 1;
  const plain = text.normalize('NFKC');
  if (/^\d+$/u.test(plain)) return Number(plain);
  const ten = plain.indexOf('十');
  if (ten < 0) return plain.length === 1 && digits.includes(plain) ? digits.indexOf(plain) + 1 : null;
  const tens = ten === 0 ? 1 : digits.indexOf(plain.slice(0, ten)) + 1;
  const ones = ten === plain.length - 1 ? 0 : digits.indexOf(plain.slice(ten + 1)) + 1;
  if (tens < 1 || (ten < plain.length - 1 && ones < 1)) return null;
  return tens * 10 + ones;
}

/** The ordinal in the printed number of a heading: （八） → 8, 第二部分 → 2; null where it prints none. */
export function ordinalOf(num: string): number | null {
  return parseNumeral(num.replace(/[（()）第部分章篇是要]/gu, ''));
}
