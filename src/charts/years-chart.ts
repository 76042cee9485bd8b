import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { drawing, element, px } from './svg.ts';

/** One year of one region: values in the unit of the chart. */
export interface YearValue {
  year: number;
  result: number | null;
  target: number | null;
}

type Scale = ScaleLinear<number, number>;

const size = { width: 340, height: 132, class: 'c-years' };
const frame = { left: 40, right: 332, top: 12, bottom: 108 };

/** A region's indicator over the years: results joined by a line, each year's target as a stroke across; '' without any figure. */
export function yearsChart(points: readonly YearValue[], words: { title: string; unit: string }): string {
  const values = points.flatMap(({ result, target }) => [result, target]).filter((value) => value !== null);
  if (values.length === 0) return '';
  const years = points.map((point) => point.year);
  const x = yearScale(years, frame);
  const y = scaleLinear(aroundZero(values), [frame.bottom, frame.top]).nice(3);
  const results = points.flatMap(({ year, result }) => (result === null ? [] : [{ year, value: result }]));
  return drawing(
    size,
    { title: words.title, desc: description(points, words.unit) },
    valueAxis(y, frame, words.unit) + yearAxis(years, x, frame) + targets(points, x, y) + runs(results, x, y) + dots(results, x, y),
  );
}

/** Half a year of air on both sides. */
export function yearScale(years: readonly number[], { left, right }: { left: number; right: number }): Scale {
  return scaleLinear([Math.min(...years) - 0.5, Math.max(...years) + 0.5], [left, right]);
}

/** Three or so values at the left edge, with a thin rule each. */
export function valueAxis(y: Scale, { left, right }: { left: number; right: number }, unit: string): string {
  const ticks = y.ticks(3);
  const rules = ticks.map((tick) => `M${left} ${px(y(tick))}H${right}`).join('');
  const label = (tick: number) =>
    element('text', { x: left - 6, y: px(y(tick) + 4), 'text-anchor': 'end' }, `${tickWords(tick)}${unit === '%' ? '%' : ''}`);
  return element('path', { class: 'c-rule', d: rules }) + ticks.map(label).join('');
}

/** The first and the last year, and those between that have room. */
export function yearAxis(years: readonly number[], x: Scale, { bottom }: { bottom: number }): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = Math.max(1, Math.ceil((last - first + 1) / 7));
  const shown = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => last - i * step);
  return shown.map((year) => element('text', { x: px(x(year)), y: bottom + 18, 'text-anchor': 'middle' }, String(year))).join('');
}

/** A line for each run of years without a gap: a missing year is not drawn over. */
export function runs(points: readonly { year: number; value: number }[], x: Scale, y: Scale): string {
  const path = line<{ year: number; value: number }>(
    (point) => px(x(point.year)),
    (point) => px(y(point.value)),
  );
  const gaps = points.map((point, i) => (i > 0 && point.year - (points[i - 1]?.year ?? 0) > 1 ? i : -1)).filter((i) => i > 0);
  const pieces = [0, ...gaps].map((from, i) => points.slice(from, [...gaps, points.length][i]));
  const d = pieces.map((piece) => (piece.length > 1 ? path(piece) : '')).join('');
  return d === '' ? '' : element('path', { class: 'c-line', d });
}

export function tickWords(tick: number): string {
  if (Math.abs(tick) >= 1e8) return `${px(tick / 1e8)}亿`;
  return Math.abs(tick) >= 1e4 ? `${px(tick / 1e4)}万` : String(tick).replace('-', '−');
}

export function aroundZero(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [0, 1] : [low, high];
}

function targets(points: readonly YearValue[], x: Scale, y: Scale): string {
  const d = points.map(({ year, target }) => (target === null ? '' : `M${px(x(year) - 6)} ${px(y(target))}h12`)).join('');
  return d === '' ? '' : element('path', { class: 'c-target', d });
}

function dots(points: readonly { year: number; value: number }[], x: Scale, y: Scale): string {
  return points.map(({ year, value }) => element('circle', { class: 'c-result', cx: px(x(year)), cy: px(y(value)), r: 3 })).join('');
}

/** 2019年结果8%、目标7.5%；2020年… */
function description(points: readonly YearValue[], unit: string): string {
  const part = (name: string, value: number | null) => (value === null ? [] : [`${name}${value}${unit}`]);
  return `${points.map(({ year, result, target }) => `${year}年${[...part('结果', result), ...part('目标', target)].join('、')}`).join('；')}。`;
}
