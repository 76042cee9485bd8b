export interface FoundYear {
  value: number;
  /** Stands in no heading, date or title: concluded from the body. */
  inferred: boolean;
  doubt?: string;
}

/** 回顾, 总结: what a heading about the year behind says. */
const REVIEW_WORDS = /回顾|总结|以来|成就|成绩|基本情况|情况|完成|取得/;
/** 工作安排, 主要任务: what a heading about the year ahead says. */
const PLAN_WORDS = /安排|部署|重点|建议|计划|任务|目标|思路|打算|要求|主要工作|工作|举措|措施/;
const YEAR = /(?<![0-9０-９])((?:19|20|１９|２０)[0-9０-９]{2})(?![0-9０-９])(?!年?\s*[-—–~～至到]\s*[0-9０-９]{4})\s*年?/g;
/** 做好2024年工作, 2024年是…之年, 2024年…主要预期目标 */
const PLAN_SENTENCE =
  /(?:做好|实现|完成)((?:19|20)\d{2})年(?:的)?(?:政府|各项|全年)?工作|((?:19|20)\d{2})年[^。；\n]{0,30}(?:预期|主要|总体)目标|((?:19|20)\d{2})年，?是[^。\n]{0,60}(?:开局|起步|关键|攻坚|收官|决胜|开启|第[一二三四五]年|之年)/g;
/** 到2025年, 2020年前: a year of a goal, not of the report. */
const GOAL_BEFORE = /(?:到|至|截[至止]|力争|[-—–~～]\s*(?:19|20)\d{2}年?|[-—–~～])$/;

/** 2020年前, 2030年可持续发展议程, 2035年远景目标 */
const GOAL_AFTER = /^(?:底?前|[^，。]{0,4}(?:可持续|远景|愿景|议程|规划|碳达峰|碳中和))/;

/**
 * The year that a report plans for, i.e. in which it is delivered, whatever its title says. First the heading of the plan
 * (二、2023年工作重点), then the heading of the review, the date, the title; a new-term report that names no year of its own (未来五年)
 * has that of the latest thing it tells. `date`: `2023-01-05`.
 */
export function findYear(from: { title: string | null; date: string | null; headings: readonly string[]; body: string }): FoundYear | null {
  const dated = from.date === null ? null : { year: Number(from.date.slice(0, 4)), month: Number(from.date.slice(5, 7)) };
  const stated = withTitle(headingYear(from.headings, dated), from.title);
  if (stated) return stated;
  if (dated) return withTitle({ value: dated.year, inferred: false }, from.title);
  const title = yearsIn(from.title ?? '').at(-1);
  if (title !== undefined) return { value: title, inferred: false };
  return bodyYear(from.body, from.headings);
}

function headingYear(headings: readonly string[], dated: { year: number; month: number } | null): FoundYear | null {
  const plan = headings.filter((heading) => PLAN_WORDS.test(heading) && !REVIEW_WORDS.test(heading)).flatMap(yearsIn);
  const review = headings.filter((heading) => REVIEW_WORDS.test(heading)).flatMap(yearsIn);
  const next = review.length > 0 ? Math.max(...review) + 1 : null;
  const candidates = [...plan, ...(next === null ? [] : [next])];
  if (dated) {
    const fitting = candidates.find((year) => year === dated.year || (year === dated.year + 1 && dated.month >= 10));
    return fitting === undefined ? null : { value: fitting, inferred: false };
  }
  const value = plan.length > 0 ? mostLikely(plan, next) : next;
  return value === null ? null : { value, inferred: false };
}

/** The planned year that follows the reviewed one, else the earliest: 到2025年的目标 comes behind 2021年工作安排. */
function mostLikely(plan: readonly number[], next: number | null): number {
  return next !== null && plan.includes(next) ? next : Math.min(...plan);
}

function withTitle(year: FoundYear | null, title: string | null): FoundYear | null {
  const named = yearsIn(title ?? '');
  if (!year || named.length === 0 || named.includes(year.value)) return year;
  return { ...year, doubt: `标题写 ${named[0]} 年，正文所述是 ${year.value} 年，按正文记` };
}

/** 过去五年工作回顾, 今后五年的主要工作: a report at the beginning of a term. */
const NEW_TERM = /(?:过去|今后|未来|五)[^，。]{0,2}(?:五年|年来)/;

function bodyYear(body: string, headings: readonly string[]): FoundYear | null {
  const planned = [...body.matchAll(PLAN_SENTENCE)].map((match) => Number(match[1] ?? match[2] ?? match[3]));
  const told = tellingYears(body);
  const latest = planned.length > 0 && told.length > 0 ? Math.min(last(planned), last(told)) : last([...planned, ...told]);
  if (!Number.isFinite(latest)) return null;
  // Terms begin in years that end in 1 to 3 or 6 to 8, behind a five-year plan that ends in 0 or 5 and is the last thing told.
  const value = latest % 5 === 0 && headings.some((heading) => NEW_TERM.test(heading)) ? latest + 1 : latest;
  return { value, inferred: true, doubt: `正文没有写明年份，按所述最近的年份推定为 ${value} 年` };
}

function last(years: readonly number[]): number {
  return years.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/** Years of a body that are told and not aimed at. */
function tellingYears(body: string): number[] {
  const years: number[] = [];
  for (const match of body.matchAll(YEAR)) {
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 8);
    const aim = GOAL_BEFORE.test(body.slice(Math.max(0, match.index - 8), match.index)) || GOAL_AFTER.test(after);
    if (match[0].endsWith('年') && !aim) years.push(yearOf(match));
  }
  return years;
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(YEAR)].map(yearOf);
}

function yearOf(match: RegExpMatchArray): number {
  return Number((match[1] ?? '').replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}
