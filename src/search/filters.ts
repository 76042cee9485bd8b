import type { Level } from '../schemas/region.ts';
import type { Part } from '../schemas/report.ts';
import { type Archive, type DocumentEntry, type Kind, partLetters, type RegionEntry, type ShardEntry } from './published.ts';

export const filterNames = ['region', 'level', 'year', 'kind', 'part'] as const;
export type FilterName = (typeof filterNames)[number];

/** As a caller gives them: slugs (`hunan/changsha`, with everything below it) or names, `county` or 县区, 2020, `report` or 报告, `review` or 回顾. */
export type FilterInput = Partial<Record<FilterName, string | number | readonly (string | number)[]>>;

/** Values that are let through; a name that is missing lets everything through. */
export type Filters = ReadonlyMap<FilterName, ReadonlySet<string>>;

export const kindNames: Readonly<Record<Kind, string>> = {
  report: '报告',
  article: '文章',
  term: '名词',
  indicator: '指标',
  region: '地区',
};
export const levelNames: Readonly<Record<Level, string>> = { national: '国家', province: '省级', prefecture: '市级', county: '县区级' };
export const partNames: Readonly<Partial<Record<Part, string>>> = {
  review: '回顾',
  plan: '安排',
  notes: '名词解释',
  attachment: '附件',
};

export function readFilters(input: FilterInput, regions: readonly RegionEntry[]): Filters {
  const filters = new Map<FilterName, ReadonlySet<string>>();
  for (const name of filterNames) {
    const given = [input[name] ?? []].flat().map(String).filter(Boolean);
    if (given.length > 0) filters.set(name, new Set(given.map((value) => canonical(name, value, regions))));
  }
  return filters;
}

/** 开福区 → `hunan/changsha/kaifu`, 回顾 → `review`; what is known under no other name stays as it is. */
function canonical(name: FilterName, value: string, regions: readonly RegionEntry[]): string {
  if (name === 'region') {
    const found = regions.find((region) => region.slug === value || region.fullName === value || region.name === value);
    return found?.slug ?? value.replace(/^\/|\/$/g, '');
  }
  const names = { level: levelNames, kind: kindNames, part: partNames, year: {} }[name];
  return Object.entries(names).find(([, label]) => label === value)?.[0] ?? value.replace(/年$/u, '');
}

/** Can anything of the shard come through? */
export function opensShard(shard: ShardEntry, filters: Filters, archive: Archive): boolean {
  const passes = (name: FilterName, values: readonly string[]): boolean =>
    !filters.has(name) || values.some((v) => filters.get(name)?.has(v));
  return (
    passes('kind', shard.kinds) &&
    passes('year', shard.years.map(String)) &&
    (!filters.has('region') || shard.regions.some((slug) => isBelow(slug, filters.get('region')))) &&
    passes(
      'level',
      shard.regions.map((slug) => levelOf(slug, archive)),
    )
  );
}

/** Does the document come through every filter but that of the part? Terms and indicators have neither place nor year. */
export function passesDocument(document: DocumentEntry, filters: Filters, archive: Archive): boolean {
  for (const [name, values] of filters) {
    if (name === 'part') continue;
    if (name === 'region' ? !isBelow(document.region, values) : !values.has(filterValue(document, name, archive))) return false;
  }
  return true;
}

export function filterValue(document: DocumentEntry, name: 'region' | 'level' | 'year' | 'kind', archive: Archive): string {
  if (name === 'kind') return document.kind;
  if (name === 'region') return document.region;
  return name === 'year' ? String(document.year || '') : levelOf(document.region, archive);
}

/** Does the record with this letter come through? */
export function passesPart(letter: string, filters: Filters): boolean {
  const parts = filters.get('part');
  return !parts || Object.entries(partLetters).some(([part, l]) => l === letter && parts.has(part));
}

export function partOfLetter(letter: string): string {
  return Object.entries(partLetters).find(([, l]) => l === letter)?.[0] ?? '';
}

function levelOf(slug: string, archive: Archive): string {
  return archive.regions.find((region) => region.slug === slug)?.level ?? '';
}

function isBelow(slug: string, regions: ReadonlySet<string> | undefined): boolean {
  if (!regions || slug === '') return false;
  return [...regions].some((region) => slug === region || slug.startsWith(`${region}/`));
}
