import { pinyin } from 'pinyin-pro';

/** Readings of place names that a general dictionary gets wrong, or that tell two names apart (陕西 from 山西). */
const READINGS: Readonly<Record<string, string>> = {
  陕西: 'shaanxi',
  蔚: 'yu',
  黄陂: 'huangpi',
  乐清: 'yueqing',
  乐亭: 'laoting',
  单: 'shan',
  浚: 'xun',
  泌阳: 'biyang',
  洪洞: 'hongtong',
  歙: 'she',
  大埔: 'dabu',
  尉犁: 'yuli',
  吴堡: 'wubu',
  筠连: 'junlian',
  珲春: 'hunchun',
  涡阳: 'guoyang',
  略阳: 'lueyang',
};

/** Characters that have one reading in names of places: 都匀, 于都, 西藏. */
const ALWAYS: Readonly<Record<string, string>> = { 都: 'du', 藏: 'zang', 什: 'shi' };

/** 长沙 → `changsha`, 六安 → `luan`, 陕西 → `shaanxi`; ASCII letters only, ü is v (吕梁 `lvliang`). */
export function placePinyin(name: string): string {
  const known = READINGS[name];
  if (known !== undefined) return known;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
  return [...name]
    .map((char, index) => ALWAYS[char] ?? syllables[index] ?? '')
    .join('')
    .toLowerCase()
    .replace(/lve/g, 'lue')
    .replace(/[^a-z0-9]/g, '');
}
