import type { Part } from '../schemas/report.ts';

/** A time named in a text: one year, some years, or a part of a year. */
export interface Time {
  at: number;
  first: number;
  last: number;
  /** The part of a year: Q1, H1, Q1-Q3, M1-M5. */
  part?: string;
  /** A span that a report goes on to speak of: “十三五”时期, 五年来. */
  era?: true;
  /** 2005-2014年: what is told is told of all these years. */
  range?: true;
  /** The years that a report reviews at the end of a term, the one it is delivered in among them. */
  term?: true;
}

/** What a sentence is read with. */
export interface Calendar {
  /** Year that the report plans for. */
  year: number | null;
  part: Part;
  /** Last year of 未来五年, where the report names it: 2021. */
  horizon: number | null;
}

/** 比2012年, 从2010年的: the year that is compared with. */
const compared = /(?:比|较|从|由|自|为|相比|起步之年|对标)$/;
/** 《城镇体系规划(2016-2030年)》 and (2022-2025年) name no time of a figure. */
const titles = /《[^》]*》|\(\d{4}[-—]\d{4}年?\)/g;
const timeWords = new RegExp(
  [
    // 2016-2020年
    String.raw`(?<from>\d{4})(?:-|—|~|至|到)(?<to>\d{4})年`,
    // 2019年; not 2035年远景目标, 2002年的2.3倍, (1990年价), 2022年冬奥会
    String.raw`(?<single>\d{4})年(?!代|版|号|以来|(?:基本)?持平|相比|同期|度[^,;。]{0,12}奖|有(?:监测|记录|统计|数据)|底?(?:以|之)前|远景|的[\d.]+倍|中国|国际|全国|[^,;。、举办召开承成0-9]{0,14}(?:运动会|博览会|世博会|亚运会|全运会)|价|不变价|可比价|冬奥)`,
    // 1998年以来
    String.raw`(?<since>\d{4})年以来`,
    // “十三五”时期; not “十三五”规划, “十四五”批复的项目, “十二五”期间总量的2倍
    String.raw`(?<!第)“?十(?<plan>[一二三四五六七八])五(?!”?(?:规划|计划|批复的|确定的|部署的|纲要|目标|重大|国家|省|市|(?!”?(?:时期|期间))[^,;。]{2,8}任务|(?:期间|时期)?(?:总和|总量|同期|的?[\d.]+倍)|”?(?:开局|收官|起步|中期)))`,
    // 五年来, 过去五年
    '(?<past>(?:过去|近|这|前)?的?[五5]年(?:来|间|以来|期间)|(?:过去|近|这)的?[五5]年|本届政府[^,。]{0,4}年来)',
    // 五年共计12319亿元
    '(?<summed>(?<=^|[,;:])五年(?=[全共累新完建转解筹投培改帮拆减造治修]|城镇新增))',
    // 近三年淘汰, 四年多来 at the beginning of a clause; not 创近六年来新高
    String.raw`(?<=^|[,;:])(?<years>(?:过去|近)的?[二两三四六七八九十\d]{1,2}年来?(?=[,的间我全累共新完建淘投引培实改]|$)|[二两三四六七八九十]年多?来|[三四]年(?=累计))`,
    // 水耗三年累计下降33%
    '(?<summing>(?<=[^,;:。过近前]{2})[三四]年(?=累计))',
    // 未来3年, 3年内 of a plan
    String.raw`(?<next>未来的?[二两三四\d]年(?!来)|(?<![\d十])[二两三四2-4]年内)`,
    '(?<coming>(?:今后|未来|往后|接下来|下一个)的?[五5]年)',
    '(?<within>[五5]年内)',
    '(?<now>今年|本年度)',
    '(?<before>去年|上年(?!同期|度?末|底)|过去一年|过去的一年|一年来)',
    '(?<whole>全年(?!度?目标)|(?<=^|[,;:])年内)',
    // 一季度, 上半年, 1-5月
    String.raw`(?<!二)(?<piece>[前一二三四]{1,2}季度|上半年(?![^,;]{0,8}(?:大会|会议))|(?<!\d)1(?:-|—|至|到)\d{1,2}月)`,
  ].join('|'),
  'g',
);

/** The times that a sentence names, in order. */
export function times(text: string, calendar: Calendar): Time[] {
  const found: Time[] = [];
  for (const match of text.replace(titles, (title) => '·'.repeat(title.length)).matchAll(timeWords)) {
    if (compared.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    const time = read(match.groups ?? {}, calendar);
    if (time) found.push({ ...time, at: match.index });
  }
  return found;
}

/** 未来五年政府工作的主要目标是:到2021年 */
export function horizonOf(text: string): number | null {
  const year = /(?:今后|未来)的?[五5]年[^。]{0,60}到(\d{4})年/.exec(text)?.[1];
  return year ? Number(year) : null;
}

type Read = Omit<Time, 'at'> | null;

function read(words: Partial<Record<string, string>>, { year, part, horizon }: Calendar): Read {
  if (words.from && words.to) return { first: Number(words.from), last: Number(words.to), range: true };
  if (words.single) return oneYear(Number(words.single));
  if (words.plan) return fiveYears(2005 + ('一二三四五六七八'.indexOf(words.plan) + 1) * 5);
  if (year === null) return null;
  const usual = part === 'plan' || part === 'closing' ? year : year - 1;
  if (words.since) return Number(words.since) < year - 1 ? { first: Number(words.since), last: year - 1 } : null;
  if (words.past) return endsTerm(year, horizon) ? { ...fiveYears(year), term: true } : fiveYears(year - 1);
  if (words.summed && usual === year) return null;
  if (words.summed)
    return endsTerm(year, horizon) ? { ...fiveYears(year), range: true, term: true } : { ...fiveYears(year - 1), range: true };
  const years = words.years ?? words.summing;
  if (years) return lastYears(years, year);
  if (words.within) return { first: usual === year ? year : year - 5, last: usual === year ? year + 4 : year - 1, era: true, range: true };
  if (words.next) return usual === year ? { first: year, last: year + countOf(words.next) - 1, range: true } : null;
  if (words.coming) return fiveYears(horizon ?? year + 4);
  if (words.now) return oneYear(year);
  if (words.before) return oneYear(year - 1);
  return words.piece ? { first: usual, last: usual, part: pieceOfYear(words.piece) } : oneYear(usual);
}

/** A report of autumn 2016 that plans to 2021: a term ends with the year. */
export function endsTerm(year: number | null, horizon: number | null): boolean {
  return year !== null && horizon === year + 5;
}

/** 近三年 */
function countOf(words: string): number {
  const numeral = words.replace('两', '二').replace(/[^一二三四五六七八九十]/g, '');
  return Number(/\d+/.exec(words)?.[0] ?? '一二三四五六七八九十'.indexOf(numeral) + 1);
}

/** 近三年, 四年多来: so many years before that of the plan. */
function lastYears(words: string, year: number): Read {
  const count = countOf(words);
  return count > 1 && count < 30
    ? { first: year - count, last: year - 1, ...(/^[^过近].*来$/.test(words) && count < 7 && { era: true }) }
    : null;
}

function oneYear(year: number): Read {
  return year >= 1949 && year <= 2060 ? { first: year, last: year } : null;
}

/** “十四五” is 2021-2025. */
function fiveYears(last: number): Omit<Time, 'at'> {
  return { first: last - 4, last, era: true };
}

/** 一季度 → Q1, 前三季度 → Q1-Q3, 上半年 → H1, 1-5月 → M1-M5 */
function pieceOfYear(words: string): string {
  if (words === '上半年') return 'H1';
  const quarter = ['一', '二', '三', '四'].findIndex((word) => words.includes(word)) + 1;
  if (words.includes('季度')) return words.startsWith('前') ? `Q1-Q${quarter}` : `Q${quarter}`;
  return `M1-M${/(\d+)月/.exec(words)?.[1] ?? ''}`;
}
