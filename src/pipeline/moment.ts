import type { Observation } from '../schemas/observation.ts';
import type { Reading } from './readings.ts';
import type { Time } from './times.ts';

type Moment = Pick<Observation, 'status' | 'period' | 'measure'>;

/** 十年来,经济总量增长到8036亿元: a plan may tell what was reached. */
const retrospect = /(?:[一二三四五六七八九十\d]年来|以来|过去|截至|目前)/;

/** The year that growth counts from: 从2010年, 比2012年 */
const baseYear = /(?:从|由|自|比|较)(?:于)?(\d{4})年/g;

/** 年均举办10场以上: so many each year of a span. */
const each = /(?:年均|每年|平均每年)(?!浓度|均|值|降|下降)[^,;]*$/;
/** 农村劳动力转移稳定在2500万人以上: so many each year. */
const held = /(?:稳定|保持|维持)在$/;
/** 全部建成后将新增, 可形成36万平方米: what a review expects. */
const coming =
  /(?:建成|投产|达产|完工|改造完成|实施|连片|出让)后[^,;]{0,6}(?:将|可)[^,;]*$|(?:^|[,;])[^,;]{0,8}(?:将可?|可)(?:新增|形成|释放|带动|提供|拓展|收回|腾出|满足|容纳|增加)[^,;]*$/;
/** 增加到71500公里, 在建项目24个: a stock, whatever span is told of. */
const stock = /[到至为]$|在建[^,;、]*$/;

/**
 * When a figure of a sentence holds, and whether it was reached, is expected or is promised; null where no year is known. A `flow`
 * (新增5家) counts over a span, a stock (达216家) and a `rate` at its end.
 */
export function moment(
  reading: Reading,
  at: number,
  measure: Observation['measure'],
  year: number | null,
  flow = false,
  rate = false,
): Moment | null {
  const { part } = reading.sentence.block;
  const planned = part === 'plan' || part === 'closing';
  const named = reading.times.filter((time) => holds(time, at, reading)).at(-1) ?? null;
  const usual = year === null ? null : planned ? year : year - 1;
  const said = named ?? reading.span ?? (usual === null ? null : { at: 0, first: usual, last: usual });
  const told =
    planned && year !== null && !named && retrospect.test(reading.sentence.text.slice(0, at))
      ? { at: 0, first: year - 1, last: year - 1 }
      : null;
  const time = told ?? (said && !planned ? elapsed(said, year) : said);
  if (!time) return null;
  const base = likewise(reading, at, measure, time);
  if (base !== null)
    return {
      // 比2010年翻一番
      measure: /^翻/.test(reading.sentence.text.slice(at)) ? 'growth' : 'cumulative',
      period: `${base + 1}-${time.last}`,
      status: planned || time.last > (year ?? Number.POSITIVE_INFINITY) ? 'target' : 'actual',
    };
  const wide = widen(time, reading, at, measure, named === null);
  const before = reading.sentence.text.slice(0, at);
  const mean = measure !== 'share' && each.test(before);
  const range = wide.range === true && !rate && !stock.test(before);
  const summed = ((flow && !held.test(before)) || range) && !mean && measure === 'level' && wide.first !== wide.last;
  return {
    measure: summed ? 'cumulative' : measure,
    period: period(wide, measure, (flow && !held.test(before)) || mean || range),
    status: status(
      wide,
      {
        planned,
        named: named ?? told,
        year,
        at,
        estimate: reading.estimate <= at || (!planned && coming.test(before)) || /^[^,;]{0,12}\(预计/.test(reading.sentence.text.slice(at)),
      },
      reading,
    ),
  };
}

/** A time holds for what stands behind it; a part of a year (1-11月) only to the next ;, and so does a year where a span is told of. */
function holds(time: Time, at: number, { sentence, span }: Reading): boolean {
  const inSpan = span?.era && sentence.block.part === 'review' && time.first === time.last && time.last === span.last;
  // 进出口总额(1-11月)1157亿元,|能耗下降4%
  const bracketed = time.part && sentence.text[time.at - 1] === '(' && sentence.text.slice(time.at, at).includes(',');
  return time.at < at && !bracketed && !((time.part || inSpan) && sentence.text.slice(time.at, at).includes(';'));
}

/** A span for averages, sums and what is newly added over a span, else its last year. */
function period(time: Time, measure: Observation['measure'], flow: boolean): Observation['period'] {
  if (time.part) return `${time.first}-${time.part}`;
  const wholeSpan = flow || /^(?:avg_growth|cumulative|growth|change)$/.test(measure);
  return time.first !== time.last && wholeSpan ? `${time.first}-${time.last}` : time.last;
}

/** Of a span that is not over (“十三五”, in a report of 2018) a review tells the years that are. */
function elapsed(time: Time, year: number | null): Time {
  if (year === null || time.term || time.first === time.last || time.last < year || time.first >= year) return time;
  return { ...time, last: year - 1 };
}

/** 较2012年增长11.7%, 比2012年(下同)增长11.7%;…增长28.2%: the year that growth counts from; null where none is named. */
function likewise({ sentence }: Reading, at: number, measure: Observation['measure'], time: Time): number | null {
  if (measure !== 'growth') return null;
  const before = sentence.text.slice(0, at);
  // 较2013年下降37.8%
  const base = (/[比较](\d{4})年(?:底|末)?\([^()]*下同\)/.exec(before) ?? /[比较](\d{4})年[^,;、]*$/.exec(before))?.[1];
  return base !== undefined && Number(base) < time.last - 1 ? Number(base) : null;
}

/** 年均 and 累计 are said of the years since a base, or of a five-year plan. */
function widen(time: Time, { sentence, span }: Reading, at: number, measure: Observation['measure'], usual: boolean): Time {
  if (measure !== 'avg_growth' && measure !== 'cumulative') return time;
  const base = [...sentence.text.slice(0, at).matchAll(baseYear)].filter(({ index }) => index >= time.at || time.at === 0).at(-1)?.[1];
  if (base && Number(base) < time.last) return { ...time, first: Number(base) + 1 };
  if (time.first !== time.last) return time;
  if (span && span.first !== span.last && span.last === time.last) return { ...time, first: span.first };
  const planned = sentence.block.part === 'plan';
  if (measure === 'avg_growth' && time.last % 5 === 0) return { ...time, first: time.last - 4 };
  if (measure === 'avg_growth' && planned && usual && time.last % 5 === 1) return { ...time, last: time.last + 4 };
  return time;
}

interface Said {
  planned: boolean;
  /** The time, where the sentence itself names it. */
  named: Time | null;
  year: number | null;
  estimate: boolean;
  /** Where the figure stands in its sentence. */
  at: number;
}

function status(time: Time, { planned, named, year, estimate, at }: Said, { sentence }: Reading): Observation['status'] {
  const past = year === null ? !planned : time.last < year;
  if (planned) return named && past ? 'actual' : 'target';
  if (past) return estimate ? 'estimate' : 'actual';
  // 预计到2016年底 in the review of a report that is delivered in that year.
  if (time.last === year && estimate) return 'estimate';
  const soFar = time.last === year && (time.term || !/到\d{4}年|力争|确保|目标|计划(?=[^,;。”]*\d)/.test(sentence.text.slice(0, at + 6)));
  return soFar ? 'actual' : 'target';
}
