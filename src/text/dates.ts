/** A date in a text, with the UTF-16 offsets of the words that say it. */
export interface FoundDate {
  /** `2020-01-12` */
  value: string;
  start: number;
  end: number;
  /** Why the date may be wrong, in words for the maintainer. */
  doubt?: string;
}

const DIGIT = '0-9０-９〇○零Oo一二三四五六七八九';
/** 2020年1月12日, ２０１９年１ 月５日, 二〇一六年三月五日, 2020年1月12 (日 lost). */
const YEAR_MONTH_DAY = new RegExp(
  `(?<![${DIGIT}])([${DIGIT}]\\s*[${DIGIT}]\\s*[${DIGIT}]\\s*[${DIGIT}])\\s*年\\s*([0-9０-９]\\s?[0-9０-９]?|[元正一二三四五六七八九十]{1,2})\\s*月\\s*([0-9０-９]\\s?[0-9０-９]?|[一二三四五六七八九十廿卅]{1,3})(?:\\s*[日号]|(?![0-9０-９万亿多余个家项%％]))`,
  'g',
);
/** 2018-01-05, 2018/1/5, 2018.1.5, ２０１８－０１－０５ */
const SEPARATED =
  /(?<![0-9０-９./-])([12１２][09０９][0-9０-９]{2})\s?[-－—./／．]\s?([0-9０-９]{1,2})\s?[-－—./／．]\s?([0-9０-９]{1,2})(?![0-9０-９]|[.．][0-9０-９])/g;
/** 202315日在…会议上: 2023年1月5日 without 年 and 月. */
const MARKS_LOST = /(?<![0-9０-９])((?:19|20|１９|２０)[0-9０-９]{2})年?([0-9０-９]{2,4})日/g;
/** 20180105 in a line of its own. */
const COMPACT = /(?<=^|[\s（(—-])((?:19|20)\d{2})([01]\d)([0-3]\d)(?=$|[\s）)])/gm;

/** What stands before a date that belongs to the page and not to the report. */
const PAGE_DATE_BEFORE =
  /(?:发布|公布|公开|生成|成文|更新|编辑|修改|创建|上传|录入|采集|印发|刊登|刊发|转载|来源|稿源|作者|时间|日期|于)[^\n。]{0,8}$/;
/** 07时41分, 14:58, 来源：新华社, 浏览次数 … behind a date of the page. */
const PAGE_DATE_AFTER = /^\s*(?:星期.)?\s*(?:\d{1,2}\s*[:：时]\s*\d{1,2}|来源|稿源|作者|编辑|浏览|点击|阅读|访问|字号|字体|【|发布)/;
/** …第五次会议上, ……人民代表大会 */
const MEETING_AFTER = /^\s*(?:上午|下午)?\s*(?:在|于|，|,|——|-)?[^。；\n]{0,45}(?:\n\s*[^。；\n]{0,45})?(?:人民代表大会|人代会|会议)/;
const ANOTHER_DATE = /\d{4}\s*[年/.-]\s*\d/;
/** ——2026年1月26日, （2020年1月12日） */
const OPENED_BEFORE = /(?:[—－-]{1,2}|[（(])\s*$/;

/**
 * The date on which a report was delivered, out of the words around its title
 * (`——2026年1月26日在广东省第十四届人民代表大会第五次会议上`). Dates of the page
 * (发布时间：2026-02-05, 2021-1-7 14:58 编辑) are no dates of delivery. Null where the text says none.
 */
export function findDate(text: string): FoundDate | null {
  let best: FoundDate | null = null;
  let bestRank = 0;
  for (const date of candidates(text)) {
    const rank = rankOf(text, date);
    if (rank > bestRank) {
      best = date;
      bestRank = rank;
    }
  }
  return best;
}

/** 0: of the page; 1: alone; 2: in parentheses or behind a dash; 3: of the meeting. */
function rankOf(text: string, { start, end }: FoundDate): number {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 120);
  if (PAGE_DATE_AFTER.test(after)) return 0;
  const meeting = MEETING_AFTER.exec(after)?.[0];
  if (meeting !== undefined && !ANOTHER_DATE.test(meeting)) return 3;
  if (PAGE_DATE_BEFORE.test(before)) return 0;
  if (OPENED_BEFORE.test(before)) return 2;
  return /(?:^|\s)$/.test(before) && /^\s*(?:$|\n|\s\s|[\u4e00-\u9fff·\s]{2,16}(?:$|\n))/.test(after) ? 1 : 0;
}

function candidates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of [YEAR_MONTH_DAY, SEPARATED, COMPACT]) {
    for (const match of text.matchAll(pattern)) push(found, match, match[2], match[3]);
  }
  for (const match of text.matchAll(MARKS_LOST)) {
    if (!MEETING_AFTER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 80))) continue;
    const [month, day] = splitMonthDay(narrow(match[2] ?? ''));
    push(found, match, month, day, `“${match[0]}”少了“年”或“月”，按 ${match[1]}年${month}月${day}日 读`);
  }
  return found.sort((a, b) => a.start - b.start);
}

function push(found: FoundDate[], match: RegExpMatchArray, month: string | undefined, day: string | undefined, doubt?: string): void {
  const value = isoDate(yearNumber(match[1] ?? ''), smallNumber(month ?? ''), smallNumber(day ?? ''));
  if (value === null || match.index === undefined) return;
  const start = match.index;
  found.push({ value, start, end: start + match[0].length, ...(doubt === undefined ? {} : { doubt }) });
}

/** `15` → 1, 5; `115` → 1, 15 (congresses meet at the beginning of a year); `1225` → 12, 25. */
function splitMonthDay(digits: string): [string, string] {
  if (digits.length === 4) return [digits.slice(0, 2), digits.slice(2)];
  const short: [string, string] = [digits.slice(0, 1), digits.slice(1)];
  const valid = Number(short[0]) > 0 && Number(short[1]) > 0 && Number(short[1]) <= 31;
  return valid || digits.length === 2 ? short : [digits.slice(0, 2), digits.slice(2)];
}

/** The year 1949 to 2099 that four digits of any script say; NaN otherwise. */
function yearNumber(text: string): number {
  const digits = narrow(text)
    .replace(/[一二三四五六七八九]/g, (c) => String('〇一二三四五六七八九'.indexOf(c)))
    .replace(/[〇○零Oo]/g, '0');
  const year = /^\d{4}$/.test(digits) ? Number(digits) : Number.NaN;
  return year >= 1949 && year <= 2099 ? year : Number.NaN;
}

/** `１２`, `12`, `十二`, `二十一`, `廿一`, `元` → 12, 12, 12, 21, 21, 1 */
function smallNumber(text: string): number {
  const plain = narrow(text);
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[元正]$/.test(plain)) return 1;
  const match = /^([一二三四五六七八九])?(十|廿|卅)?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return Number.NaN;
  const digit = (c: string | undefined) => (c === undefined ? 0 : '〇一二三四五六七八九'.indexOf(c));
  if (match[2] === undefined) return match[3] === undefined ? digit(match[1]) : Number.NaN;
  const tens = match[2] === '廿' ? 20 : match[2] === '卅' ? 30 : match[1] === undefined ? 10 : digit(match[1]) * 10;
  return tens + digit(match[3]);
}

function narrow(text: string): string {
  return text.replace(/\s/g, '').replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

function isoDate(year: number, month: number, day: number): string | null {
  const valid = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return valid ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
