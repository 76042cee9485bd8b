import type { Dictionary, Indicator } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Region } from '../schemas/region.ts';
import type { Block } from './block.ts';
import type { Figure } from './figures.ts';
import { headlines } from './headlines.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { moment } from './moment.ts';
import { type Reading, readings } from './readings.ts';
import { scopeOf } from './scope.ts';

/** What the figures are read from: the whole decoded seed, and the document's blocks with their anchors. */
export interface FigureDocument {
  id: string;
  seed: string;
  year: number | null;
  blocks: readonly Block[];
  /** The region that the report speaks of. */
  region?: Region | null;
}

/** Figures of the dictionary's indicators, in the order of the text: 地区生产总值增长8%左右 */
export function indicators(document: FigureDocument, dictionary: Dictionary): Observation[] {
  const lex = lexicon(dictionary);
  const read = readings(document.blocks, document.year, lex);
  const found = read.flatMap((reading) => reading.figures.flatMap((figure) => observe(document, reading, figure, lex) ?? []));
  const marked = headlines(
    found.map(({ observation, reading }) => ({ observation, sentence: reading.sentence })),
    document.year,
  );
  return found.map(({ observation }) => ({ ...observation, headline: marked.has(observation) }));
}

/** 固定资产投资|总额: the end of the phrase that the dictionary does not need. */
const labelEnd = /^(?:总额|总值|总量|总数|比例|(?:总)?资产)/;
/** What is counted newly each year: 城镇新增就业 */
const flow = /新增|再就业|就业$|转移就业/;

function observe(
  document: FigureDocument,
  reading: Reading,
  figure: Figure,
  lex: Lexicon,
): { observation: Observation; reading: Reading } | null {
  const { sentence } = reading;
  const { quantity, subject } = figure;
  const when = moment(reading, quantity.at, figure.measure, document.year, flow.test(subject.indicator?.name ?? ''), quantity.unit === '%');
  if (!when || !subject.indicator) return null;
  const range = sentence.range(figure.from, figure.to);
  const [low, high] = signed(figure);
  const scope = scopeOf(sentence.text, subject.scope, subject.from, subject.start, document.region ?? null, lex);
  const observation: Observation = {
    id: `${document.id}-${sentence.range(quantity.at, quantity.at + 1).start}`,
    report: document.id,
    indicator: subject.indicator.name,
    label: sentence.raw.slice(subject.start, subject.end + (labelEnd.exec(sentence.text.slice(subject.end))?.[0].length ?? 0)),
    measure: when.measure,
    value: low,
    ...(high !== undefined && { valueHigh: high }),
    unit: wholeUnit(quantity.unit, subject.indicator),
    qualifier: quantity.qualifier,
    status: when.status,
    period: when.period,
    headline: false,
    quote: document.seed.slice(range.start, range.end),
    ...range,
    section: sentence.block.section,
    anchor: sentence.block.anchor,
    ...(scope && { scope }),
  };
  return { observation, reading };
}

/** 突破2000亿 of an indicator in 亿元 is 亿元. */
function wholeUnit(unit: string, indicator: Indicator): string {
  return /^[百千]?[万亿]{1,2}$/.test(unit) ? unit + indicator.unit.replace(/^[万亿]+/, '') : unit;
}

/** 下降2%-3% is -3 to -2. */
function signed({ quantity, sign }: Figure): [number, number?] {
  const { value, valueHigh } = quantity;
  if (sign === 1) return [value, valueHigh];
  return valueHigh === undefined ? [value === 0 ? 0 : -value] : [-valueHigh, -value];
}
