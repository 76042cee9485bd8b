import { numeral } from './numerals.ts';
import { halfWidth } from './width.ts';

export type Qualifier = '=' | '>=' | '<=' | '~' | 'range';

/** A quantity in a text. `text.slice(start, end)` is the whole phrase with its qualifiers: 超过1.2万亿元, 5%-5.5%左右. */
export interface Quantity {
  start: number;
  end: number;
  /** Where the number itself begins. */
  at: number;
  value: number;
  valueHigh?: number;
  /** In plain form, with its magnitude: %, 个百分点, 亿元; 位 of a rank (居全国第5), 番 (翻一番), 倍. */
  unit: string;
  qualifier: Qualifier;
  /** What the word before says: 增长 up, 下降 down. */
  direction: 'up' | 'down' | null;
  rank?: true;
}

/** 万亿元 is a magnitude and a unit. */
const magnitude = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百)';
const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const dash = '(?:-|~|—{1,2}|–|－|至|到)';
/** 七亿元, 三十万人: what a numeral in Chinese must count to be a figure; 三个方面 is none. */
const strictUnits =
  '个百分点|百分点|个点|万亿元|亿元|万元|千元|元(?!化|素|结构|旦|宵|首)|亿美元|万美元|美元|亿斤|万亩|亩|公里|平方公里|平方米|亿千瓦时|万千瓦|万人次|人次|万人|万吨|吨|倍(?!增)|成(?![立果效功为员本就长熟片品都套交型])|年内?';

/** 突破500亿元, 超八成 */
const atLeastBefore =
  /(?:突破|超过|(?<!赶|反)超出?|逾|不低于|不少于|不小于|不得低于|高于|大于|多于|至少|跨越|跨过|站上|迈上|迈过|跃上|登上|越过|(?<![经通不])过)(?:了|到|至)?$/;
/** 不超过3%, 不足5天 */
const atMostBefore = /(?:不超过|不突破|不高于|不大于|不多于|(?<!不)(?:低于|少于|小于)|不足|不到|最多|至多)(?:了|到|至)?$/;
/** 近2万人 */
const aboutBefore = /(?:大约|(?<![签节履违合公契条特预])约|接近|将近|(?<![附靠邻亲])近)(?:为)?$/;
/** 8%以上 */
const after = /^(?:多(?=[,;。、]|$)|及?以上|之上|左右|上下|以内|之内|及?以下)/;

const upWord = /(?:增长|提高|上升|增加|上涨|提升|回升|扩大|增至|升至|增幅|涨幅|增速|翻)(?:了|到|至|达到?|约|近|超过?|突破|为|率)*$/;
const downWord =
  /(?:下降|降低|减少|削减|压减|回落|收窄|缩短|缩减|压缩|降至|降到|降为|降幅|负增长|减至)(?:了|到|至|达到?|约|近|超过?|为|率)*$/;

const readers = new WeakMap<readonly string[], RegExp>();

/** Every quantity of `text`; `units` are the plain units of the dictionary. Years, dates, ordinals, PM2.5 and 5G are none. */
export function quantities(text: string, units: readonly string[]): Quantity[] {
  const plain = halfWidth(text);
  const pattern = readers.get(units) ?? compile(units);
  readers.set(units, pattern);
  const found: Quantity[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const quantity = read(plain, match);
    if (quantity) found.push(quantity);
  }
  return shareUnits(found, plain);
}

/** One expression for all the forms, so that a text is read once. */
function compile(units: readonly string[]): RegExp {
  const plain = (unit: string): number => unit.replace(/\(.*/, '').length;
  const words = [...units].sort((a, b) => plain(b) - plain(a)).join('|');
  const unit = String.raw`(?:${magnitude}?(?:[余多])?(?:${words})|${magnitude}(?=[余多]?(?:大关|台阶|以上|左右|以内|以下|(?:农村|建档立卡)*贫困(?:人口|群众)|[,;。、:!\[(]|$)))`;
  return new RegExp(
    [
      String.raw`(?<![\d.])(?<low>${number})(?<lowUnit>${unit})?${dash}(?<high>${number})(?<highUnit>${unit})`,
      String.raw`(?<![\d.])(?<one>${number})(?<more>[余多])?(?<unit>${unit})`,
      // 居民消费价格指数103.5左右
      String.raw`(?<=价格(?:总水平|总)?指数(?:\(CPI\))?[^\d,;。]{0,6})(?<index>1?\d{2}(?:\.\d+)?)(?=左右|上下|以[内下上]|[,;。、]|$)`,
      '百分之(?<percent>[一二两三四五六七八九十百零点]+)',
      '翻(?:了)?(?<times>[一两二三四])?番',
      '(?<!连续[^,;。]{1,8})(?<figures>[两三])位数(?=的?(?:增长|增速|[,;。以左]))',
      String.raw`第(?<place>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?`,
      `(?<chinese>[一二两三四五六七八九十百千万亿零〇]+)(?<chineseUnit>${strictUnits})`,
    ].join('|'),
    'g',
  );
}

function read(text: string, match: RegExpExecArray): Quantity | null {
  const g = match.groups ?? {};
  const at = match.index;
  const end = at + match[0].length;
  if (g.place) return rank(text, at, end, g.place);
  if (g.percent) return quantity(text, at, end, numeral(g.percent), '%');
  if (g.figures) {
    const found = quantity(text, at, end, g.figures === '两' ? 10 : 100, '%');
    // 接近两位数 is less than 10%.
    return found && { ...found, qualifier: found.qualifier === '~' ? '~' : '>=' };
  }
  if (g.index) return quantity(text, at, end, numeral(g.index), '');
  if (match[0].startsWith('翻')) return quantity(text, at, end, numeral(g.times ?? '一'), '番');
  if (g.chinese) return chinese(text, at, end, g.chinese, g.chineseUnit ?? '');
  if (!standsAlone(text, at) || (text[at - 1] === '“' && text[end] === '”')) return null;
  // “5个100”, “6个10” are names; 前30位 a rank; 500米覆盖率 names the distance.
  if (/[“"]$/.test(text.slice(0, at).slice(-1)) && /^\d+[个项大条]\d+[^”"]{0,4}[”"]/.test(text.slice(at, at + 14))) return null;
  if (text[at - 1] === '前' && /^[位名]/.test(text[end - 1] ?? '')) return null;
  if (/米$/.test(g.unit ?? '') && /^(?:范围|半径)?[^,;。、\d]{0,4}覆盖/.test(text.slice(end, end + 10))) return null;
  // 营收10亿元级的企业, 20万吨级泊位 tell of the company, of the berth.
  if (text[end] === '级') return null;
  if (g.high) return range(text, at, end, g);
  return quantity(text, at, end, numeral(g.one ?? ''), g.unit ?? '', g.more);
}

/** GDP12.5%, but not PM2.5, G60, IEF2019, 第3, 2.5 read from its middle. */
function standsAlone(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/[第+×]$/.test(before)) return false;
  return !/[A-Za-z]-?$/.test(before) || /(?:GDP|CPI|PPI|R&D|\))$/.test(before);
}

function quantity(text: string, at: number, end: number, value: number | null, unit: string, more?: string): Quantity | null {
  if (value === null || !Number.isFinite(value)) return null;
  const before = text.slice(Math.max(0, at - 10), at);
  const vague = more ?? /^[^余多]*([余多])/.exec(unit)?.[1];
  const [wordBefore, first] = qualifierBefore(before);
  const tail = after.exec(text.slice(end, end + 5));
  const last = tail?.[0] ?? vague;
  // 1.86万家(次)
  const times = text.startsWith('(次)', end) ? 3 : 0;
  return {
    start: at - wordBefore.length,
    end: end + (times || (tail?.[0].length ?? 0)),
    at,
    value,
    unit: unit.replace(/[余多]/, '').replace(/^(?:百分点|个点)$/, '个百分点') + (times ? '次' : ''),
    qualifier: qualifierAfter(last) ?? first ?? '=',
    direction: direction(before.slice(0, before.length - wordBefore.length)),
  };
}

function range(text: string, at: number, end: number, g: Record<string, string | undefined>): Quantity | null {
  const unit = g.highUnit ?? '';
  const high = numeral(g.high ?? '');
  const plain = quantity(text, at, end, numeral(g.low ?? ''), unit);
  if (!plain || high === null || (g.lowUnit && g.lowUnit !== unit && unit !== '')) return plain;
  return high > plain.value ? { ...plain, valueHigh: high, qualifier: 'range' } : plain;
}

/** 居全国第5, 位列第一: a rank only behind a word that places. */
function rank(text: string, at: number, end: number, place: string): Quantity | null {
  const value = numeral(place);
  const before = text.slice(Math.max(0, at - 12), at);
  if (value === null || !/(?:居|列|排|跃升|升至|上升至|前进|晋位)[^,;。、]{0,10}$/.test(before)) return null;
  return { start: at, end, at, value, unit: '位', qualifier: '=', direction: null, rank: true };
}

/** 突破千亿元 has no digit but a word before it; 万元GDP and 百亿级 are no figures. */
function chinese(text: string, at: number, end: number, digits: string, unit: string): Quantity | null {
  if (/^年/.test(unit) || text[at - 1] === '第' || /^[级以后]/.test(text.slice(end, end + 1))) return null;
  if (/^[百千万亿]/.test(digits) && !/(?:突破|超过?|达到?|过|实现|完成|近)$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (/^[一二三四五六七八九两十]$/.test(digits) && /^元/.test(unit)) return null;
  // 七亿元 is 7 亿元, as a figure in digits would be.
  const [, head = digits, scale = ''] = /^(.*?)(万亿|[万亿])$/.exec(digits) ?? [];
  return quantity(text, at, end, head === '' ? 1 : numeral(head), scale + unit);
}

function qualifierBefore(before: string): [string, Qualifier | null] {
  const word = atMostBefore.exec(before)?.[0];
  if (word) return [word, '<='];
  const least = atLeastBefore.exec(before)?.[0];
  if (least) return [least, '>='];
  const about = aboutBefore.exec(before)?.[0];
  return about ? [about, '~'] : ['', null];
}

function qualifierAfter(word: string | undefined): Qualifier | null {
  if (!word) return null;
  if (/上下|左右/.test(word)) return '~';
  return /上|余|多/.test(word) ? '>=' : '<=';
}

function direction(before: string): Quantity['direction'] {
  if (downWord.test(before)) return 'down';
  return upWord.test(before) ? 'up' : null;
}

/** What is the same for all members of a list: 分别增长4.5%、5.5%左右, 分别超过95%、98%, 分别控制在2个、5个、44个工作日 */
function shareUnits(found: Quantity[], text: string): Quantity[] {
  const ahead = new Set<Quantity>();
  const shared = new Set<Quantity>();
  found.forEach((one, i) => {
    const next = found[i + 1];
    const first = one.start < one.at && /分别$/.test(text.slice(0, one.start));
    if (!next || !(first || ahead.has(one)) || next.unit !== one.unit || next.qualifier !== '=') return;
    if (!/^(?:、|和|及)$/.test(text.slice(one.end, next.start))) return;
    next.qualifier = one.qualifier;
    ahead.add(next);
  });
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i] as Quantity, found[i + 1] as Quantity];
    const joined = /^(?:、|和|及)$/.test(text.slice(one.end, next.start));
    if (joined && one.unit === '个' && next.unit === '个工作日') one.unit = next.unit;
    const listed = joined && one.unit === next.unit;
    const said = shared.has(next) || /以上|左右|以内|以下/.test(text.slice(next.at, next.end));
    if (!listed || !said || one.qualifier !== '=' || next.qualifier === 'range') continue;
    one.qualifier = next.qualifier;
    shared.add(one);
  }
  return found;
}
