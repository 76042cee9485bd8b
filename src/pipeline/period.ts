import type { Observation } from '../schemas/observation.ts';
import type { Part } from '../schemas/report.ts';

type Measure = Observation['measure'];
export type Period = Observation['period'];

/** A time named in a text: one year, some years, or a part of a year. */
export interface Time {
  at: number;
  first: number;
  last: number;
  /** The part of a year: Q1, H1, Q1-Q3, M1-M5. */
  part?: string;
}

/** 比2012年, 从2010年的: the year that is compared with. */
const compared = /(?:比|较|从|由|自|相比|起步之年|对标)$/;
const timeWords =
  /(\d{4})(?:-|—|~|至|到)(\d{4})年|(\d{4})年(?!代|版|号|的[\d.]+倍|中国|国际|全国|价|不变价|可比价|度?末?冬奥|冬奥)|(?<!第)“?十([一二三四五六七八])五(?!”?(?:规划|计划|纲要|目标|重大|国家|省|市|期末目标))|((?:过去|近|这|前)?(?:的)?[五5]年(?:来|间|以来|期间)|(?:过去|近|这)(?:的)?[五5]年|本届政府[^,。]{0,4}年来)|((?:今后|未来|往后|接下来|下一个)(?:的)?[五5]年)|(今年|本年度)|(去年|上年(?!同期|度?末|底)|过去一年|过去的一年|一年来)|(?<!二)([前一二三四]{1,2}季度|上半年|(?<!\d)1(?:-|至|到)(?:\d{1,2})月)/g;

/** 《城镇体系规划(2016-2030年)》 and (2022-2025年) name no time of a figure. */
const titles = /《[^》]*》|\(\d{4}[-—]\d{4}年?\)/g;

/** The times that a sentence of a report of `year` names, in order. */
export function times(text: string, year: number | null, part: Part): Time[] {
  const found: Time[] = [];
  for (const match of text.replace(titles, (title) => '·'.repeat(title.length)).matchAll(timeWords)) {
    if (compared.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    const time = read(match, year, part);
    if (time) found.push({ ...time, at: match.index });
  }
  return found;
}

function read(match: RegExpMatchArray, year: number | null, part: Part): Omit<Time, 'at'> | null {
  const [, from, to, single, plan, past, coming, thisYear, lastYear, piece] = match;
  if (from && to) return { first: Number(from), last: Number(to) };
  if (single) return years(Number(single));
  if (plan) return fiveYearPlan('一二三四五六七八'.indexOf(plan) + 1);
  if (year === null) return null;
  if (past) return { first: year - 5, last: year - 1 };
  if (coming) return { first: year, last: year + 4 };
  if (thisYear) return years(year);
  if (lastYear) return years(year - 1);
  const base = part === 'plan' ? year : year - 1;
  return piece ? { first: base, last: base, part: pieceOfYear(piece) } : null;
}

function years(year: number): Omit<Time, 'at'> | null {
  return year >= 1949 && year <= 2060 ? { first: year, last: year } : null;
}

/** “十四五” is 2021-2025. */
function fiveYearPlan(ordinal: number): Omit<Time, 'at'> {
  const first = 2001 + ordinal * 5;
  return { first, last: first + 4 };
}

/** 一季度 → Q1, 前三季度 → Q1-Q3, 上半年 → H1, 1-5月 → M1-M5 */
function pieceOfYear(words: string): string {
  if (words === '上半年') return 'H1';
  const quarter = ['一', '二', '三', '四'].findIndex((word) => words.includes(word)) + 1;
  if (words.includes('季度')) return words.startsWith('前') ? `Q1-Q${quarter}` : `Q${quarter}`;
  return `M1-M${/(\d+)月/.exec(words)?.[1] ?? ''}`;
}

/** Period of a figure: a span for averages, sums and what is newly added over a span, else its last year. */
export function period(time: Time, measure: Measure, flow: boolean): Period {
  if (time.part) return `${time.first}-${time.part}`;
  const wholeSpan = flow || measure === 'avg_growth' || measure === 'cumulative' || measure === 'growth' || measure === 'change';
  return time.first !== time.last && wholeSpan ? `${time.first}-${time.last}` : time.last;
}
