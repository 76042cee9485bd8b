import { parseNumeral } from './ordinals.ts';

/** Kinds of printed numbers, the outer ones first. `top` and `sub` are headings without a number. */
export const markKinds = ['part', 'chapter', 'top', 'cn', 'paren', 'sub', 'arabic', 'decimal', 'paren-arabic', 'circle', 'yishi'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  kind: MarkKind;
  /** The ordinal: 8 for (八). */
  n: number;
  /** As printed, without the separator behind it: `一`, `(八)`, `第一部分`, `1`, `①`, `一是`. */
  num: string;
  /** Length of the whole mark with its separator. */
  length: number;
}

const cn = '[一二三四五六七八九十]{1,3}';
const patterns: readonly { kind: MarkKind; pattern: RegExp }[] = [
  // 第一部分 过去五年工作回顾 | 第二章：
  { kind: 'part', pattern: new RegExp(`^(?<num>第(?<n>${cn})(?:部分|篇))[、：:.\\s\\u3000]*(?=\\S)`, 'u') },
  // 第二章 城乡建设
  { kind: 'chapter', pattern: new RegExp(`^(?<num>第(?<n>${cn})[章节])[、：:.\\s\\u3000]*(?=\\S)`, 'u') },
  // Ⅱ.2019年工作安排
  { kind: 'chapter', pattern: /^(?<num>(?<n>[Ⅰ-Ⅻ]))\s?[、.．：:\s]\s*/u },
  // 一、2019年工作回顾 | 一．
  { kind: 'cn', pattern: new RegExp(`^(?<num>(?<n>${cn}))\\s?[、.．]\\s*`, 'u') },
  // (一)聚焦三大攻坚战 | （十二）
  { kind: 'paren', pattern: new RegExp(`^(?<num>[（(]\\s?(?<n>${cn})\\s?[）)])\\s?[、.．]?\\s*`, 'u') },
  // 1.实施“攀升计划” | １、 | 12．
  { kind: 'arabic', pattern: /^(?<num>(?<n>[\d０-９]{1,2}))\s?(?:[、．]|\.(?!\d))\s*/u },
  // 1.1 工业转型升级
  { kind: 'decimal', pattern: /^(?<num>\d{1,2}\.(?<n>\d{1,2}))\s+(?=\p{Script=Han})/u },
  // (1) | （12）
  { kind: 'paren-arabic', pattern: /^(?<num>[（(]\s?(?<n>[\d０-９]{1,2})\s?[）)])[、.．]?\s*/u },
  // ① 新增学位
  { kind: 'circle', pattern: /^(?<num>(?<n>[①-⑳]))[、.．]?\s*/u },
  // 一是着力扩内需 | 二要加大科技投入 | 第三，
  { kind: 'yishi', pattern: new RegExp(`^(?<num>(?<n>${cn})[是要])(?=[^的否])|^(?<num2>第(?<n2>${cn}))[，,、]`, 'u') },
];

/** The number that a text begins with: (一)聚焦三大攻坚战,守住发展底线。 */
export function markOf(text: string): Mark | null {
  const head = text.slice(0, 12);
  if (!/^[第一二三四五六七八九十（(\d０-９①-⑳Ⅰ-Ⅻ]/u.test(head)) return null;
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(text.slice(0, 16));
    if (!match) continue;
    const num = match.groups?.num ?? match.groups?.num2 ?? '';
    const n = parseNumeral(match.groups?.n ?? match.groups?.n2 ?? '');
    if (n !== null) return { kind, n, num: num.replace(/\s/gu, ''), length: match[0].length };
  }
  return null;
}

export const rank = (kind: MarkKind): number => markKinds.indexOf(kind);
