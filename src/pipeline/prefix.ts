import type { Lexicon } from './lexicon.ts';

/** What stands before an indicator in its clause. */
export interface Prefix {
  /** A part of the region: 直属区财政总收入 */
  scope?: string;
  /** A word that makes it another thing than the indicator: 林业生产总值 */
  narrowed: boolean;
}

/** The end of a noun that names a doer: 金融业实现税收 */
const doer = /([^,;:、。“”\s]{1,11}(?:业|经济|楼宇|物流|企业|项目|平台))$/;
const lastNoun = /[^,;:、。—\-(){}和与及“”\d]{2,14}$/;

/** Divides `text.slice(from, to)`, the words before an indicator: 全区2019年实现 → nothing; 港区 → a scope. */
export function dividePrefix(text: string, from: number, to: number, lex: Lexicon): Prefix {
  let rest = text.slice(from, to);
  if (/[^,;:。—](?:、|[和与及]|以及)$/.test(rest)) return { narrowed: true };
  if (/占[^,;:]{0,6}$|直接$/.test(rest)) return { narrowed: true };
  // 教育、社会保障等|九大类民生支出
  rest = rest.replace(/^.*、.*等$/, '');
  // 断面水质连续五年|优良率 is none of the air.
  if (/水质(?:连续[^,;:、]{1,4}年|均|平均|总体)*$/.test(rest)) return { narrowed: true };
  let verb = false;
  for (let match = ownOrBefore(rest, lex); match; match = ownOrBefore(rest, lex)) {
    verb ||= match.length > 1 || match === '的';
    rest = rest.slice(0, -match.length);
  }
  rest = rest.replace(lex.adverbs, '');
  if (rest === '' || /[,;:、。—”)-]$/.test(rest)) return { narrowed: false };
  if (lex.place.test(rest)) return placed(rest);
  const reaches = /完成|实现/.test(text.slice(from, to)) && !/完成|实现/.test(rest);
  const part = (reaches ? lastNoun.exec(rest)?.[0] : undefined) ?? doer.exec(rest)?.[1];
  if (part && verb && !/^作为|共$/.test(part)) return { scope: part, narrowed: false };
  // 长沙|机场旅客吞吐量
  if (text.startsWith('机场', to) && /^[^,;:、]{2,6}$/.test(rest)) return { scope: `${rest}机场`, narrowed: false };
  return { narrowed: !verb };
}

/** 直属区; not the end of 810个省 */
function placed(rest: string): Prefix {
  const scope = lastNoun.exec(rest)?.[0].replace(/^(?:新增|新登记|安排|完成|实现|推进|加快|推动|确保|[一二三四五六七八九十]是)+/, '');
  return scope && scope.length > 1 && !/^[个条项家]/.test(scope) ? { scope, narrowed: false } : { narrowed: false };
}

function ownOrBefore(rest: string, lex: Lexicon): string | null {
  return lex.before.exec(rest)?.[0] ?? null;
}
