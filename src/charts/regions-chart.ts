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
 * All regions of an indicator over the years: thin lines, the median of each year as the bold one. '' with fewer than two years,
 * and where the sizes of the regions (a country beside a county) would press most of them flat.
 */
export function regionsChart(lines: readonly RegionLine[], words: { title: string; desc: string; unit: string }): string {
  const points = lines.flatMap((line) => line.points);
  const years = [...new Set(points.map((point) => point.year))].sort((a, b) => a - b);
  const values = points.map((point) => point.value);
  if (years.length < 2 || Math.max(...values) > 20 * Math.max(1, median(values))) return '';
  const withNames = lines.length <= named;
  const frame = { ...inner, right: inner.right - (withNames ? nameWidth : 0) };
  const x = yearScale(years, frame);
  const y = scaleLinear(aroundZero(values), [frame.bottom, frame.top]).nice(4);
  const middle = lines.length > 2 ? medians(points) : [];
  const thin = lines.map((line) => runs(line.points, x, y) + singles(line.points, x, y)).join('');
  const bold = middle.length > 0 ? element('g', { class: 'c-median' }, runs(middle, x, y)) : '';
  const names = withNames ? lineNames(lines, frame.right, y) : '';
  const axes = valueAxis(y, frame, words.unit) + yearAxis(years, x, frame);
  return drawing(size, words, axes + element('g', { class: 'c-many' }, thin) + bold + names);
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
  const alone = points.filter(({ year }) => !points.some((other) => Math.abs(other.year - year) === 1));
  return alone.map(({ year, value }) => element('circle', { cx: px(x(year)), cy: px(y(value)), r: 2.5 })).join('');
}

/** Names at the right edge, each moved down as far as the one above it needs. */
function lineNames(lines: readonly RegionLine[], right: number, y: (value: number) => number): string {
  const wanted = lines.flatMap(({ name, points }) => {
    const last = points.at(-1);
    return last ? [{ name, at: y(last.value) }] : [];
  });
  let free = 0;
  return wanted
    .sort((a, b) => a.at - b.at)
    .map(({ name, at }) => {
      free = Math.max(free + 14, at);
      return element('text', { x: right + 6, y: px(free + 4) }, escapeText(name));
    })
    .join('');
}
