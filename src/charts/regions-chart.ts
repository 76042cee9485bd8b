import { scaleLinear } from 'd3-scale';
import { groupBy } from '../data/group-by.ts';
import { drawing, element, escapeText, px } from './svg.ts';
import { aroundZero, runs, valueAxis, yearAxis, yearScale } from './years-chart.ts';

/** The results of one region over the years. */
export interface RegionLine {
  name: string;
  points: readonly { year: number; value: number }[];
}

const size = { width: 440, height: 240, class: 'c-regions' };
const inner = { left: 44, right: 432, top: 12, bottom: 212 };
/** Room for a name of five characters. */
const nameWidth = 68;
/** With more regions than these, names at the line ends run into each other: only the median is named. */
const named = 6;

/**
 * All regions of an indicator over the years: thin lines, the median of each year as the bold one. '' where no region
 * has two years, and where the sizes of the regions (a country beside a county) would press most of them flat.
 */
export function regionsChart(lines: readonly RegionLine[], words: { title: string; desc: string; unit: string }): string {
  const points = lines.flatMap((line) => line.points);
  const years = [...new Set(points.map((point) => point.year))].sort((a, b) => a - b);
  const values = points.map((point) => point.value);
  if (!lines.some((line) => line.points.length > 1) || Math.max(...values) > 20 * Math.max(1, median(values))) return '';
  const withNames = lines.length <= named;
  const frame = { ...inner, right: inner.right - (withNames ? nameWidth : 0) };
  const x = yearScale(years, frame);
  const y = scaleLinear(aroundZero(values), [frame.bottom, frame.top]).nice(4);
  const middle = lines.length > 2 ? medians(points) : [];
  const thin = lines.map((line) => runs(line.points, x, y) + singles(line.points, x, y)).join('');
  const bold = middle.length > 0 ? element('g', { class: 'c-median' }, runs(middle, x, y)) : '';
  const names = withNames ? lineNames(lines, x, y) : '';
  const axes = valueAxis(y, frame, words.unit) + yearAxis(years, x, frame);
  return drawing(size, words, axes + element('g', { class: 'c-many' }, thin) + bold + names);
}

/** What `regionsChart` draws of the lines, for its key and its description: 细线为各地的结果，粗线为三地以上各年的中位数 */
export function drawnMarks(lines: readonly RegionLine[]): string {
  const middle = lines.length > 2 ? medians(lines.flatMap((line) => line.points)) : [];
  const marks = [
    lines.some((line) => hasNeighbours(line.points)) && '细线为各地的结果',
    lines.some((line) => line.points.some((point) => isAlone(point, line.points))) && '圆点为前后一年都没有数字的结果',
    hasNeighbours(middle) && '粗线为三地以上各年的中位数',
  ];
  return marks.filter(Boolean).join('，');
}

function hasNeighbours(points: readonly { year: number }[]): boolean {
  return points.some((point) => !isAlone(point, points));
}

function isAlone({ year }: { year: number }, points: readonly { year: number }[]): boolean {
  return !points.some((other) => Math.abs(other.year - year) === 1);
}

/** The middle value of each year that has at least three. */
export function medians(points: readonly { year: number; value: number }[]): { year: number; value: number }[] {
  const years = [...groupBy(points, (point) => point.year)].filter(([, group]) => group.length > 2);
  return years.sort(([a], [b]) => a - b).map(([year, group]) => ({ year, value: median(group.map((point) => point.value)) }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** A year whose neighbours are missing has no line: a small dot keeps it visible. */
function singles(points: readonly { year: number; value: number }[], x: (value: number) => number, y: (value: number) => number): string {
  const alone = points.filter((point) => isAlone(point, points));
  return alone.map(({ year, value }) => element('circle', { cx: px(x(year)), cy: px(y(value)), r: 2.5 })).join('');
}

/** Names beside the last points, each moved down as far as those above it need. */
function lineNames(lines: readonly RegionLine[], x: (value: number) => number, y: (value: number) => number): string {
  const wanted = lines.flatMap(({ name, points }) => {
    const last = points.at(-1);
    return last ? [{ name, left: x(last.year) + 6, at: y(last.value) }] : [];
  });
  const free = new Map<number, number>();
  return wanted
    .sort((a, b) => a.at - b.at)
    .map(({ name, left, at }) => {
      const above = [...free].filter(([other]) => Math.abs(other - left) < nameWidth).map(([, bottom]) => bottom);
      const top = Math.max(at, ...above);
      free.set(left, top + 14);
      return element('text', { x: px(left), y: px(top + 4) }, escapeText(name));
    })
    .join('');
}
