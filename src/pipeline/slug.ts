import { customPinyin, pinyin } from 'pinyin-pro';
import { fold } from '../text/fold.ts';

const longest = 60;
// Numerals before it lead the dictionary astray: 百分百行|动.
customPinyin({ 行动: 'xíng dòng' });

/** A term in ASCII for its address: “四上”企业 → si-shang-qi-ye; 2+2+4 → 2-2-4 */
export function slug(term: string): string {
  const syllables = pinyin(fold(term).value, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const words = syllables
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (words.length <= longest) return words || hash(term);
  return `${words.slice(0, words.lastIndexOf('-', longest - 5))}-${hash(term)}`;
}

/** Four letters and digits that tell two terms of one sound apart: FNV-1a. */
export function hash(term: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) value = Math.imul(value ^ term.charCodeAt(i), 0x01000193) >>> 0;
  return value.toString(36).padStart(4, '0').slice(-4);
}
