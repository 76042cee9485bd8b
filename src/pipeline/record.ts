import type { Observation } from '../schemas/observation.ts';
import type { ReportRecord } from '../schemas/report.ts';
import type { Converted } from './convert.ts';
import { slug } from './slug.ts';

/** Where a seed's text came from. */
export interface SeedFacts {
  path: string;
  sha256: string;
  encoding: string;
  value: string;
}

/** The id that a document asks for: `hunan-changsha-kaifu-2020`; `2025-07-09-…` for an article. */
export function wantedId({ kind, region, year, deliveredOn, title }: Converted): string {
  if (kind === 'report') return `${(region?.slug ?? 'unplaced').replaceAll('/', '-')}-${year ?? 'undated'}`;
  return `${deliveredOn ?? 'undated'}-${slug(title)}`;
}

/** The next free id, where another document has the wanted one: `…-2021-2`. */
export function freeId(wanted: string, used: Pick<ReadonlySet<string>, 'has'>): string {
  for (let n = 2; used.has(wanted); n++) {
    const next = `${wanted.replace(/(?<=-(?:\d{4}|undated))-\d+$/u, '')}-${n}`;
    if (!used.has(next)) return next;
  }
  return wanted;
}

/** A report whose place or year nobody knows stands among the articles until the manifest states them. */
function urlOf(id: string, { kind, region, year }: Converted): string {
  if (kind === 'article' || region === null || year === null) return `/articles/${id}/`;
  return `/${region.slug}/${id.slice(region.slug.length + 1)}/`;
}

/** A document with its id → its record and its observations. `aliases`: earlier anchors of its text. */
export function toRecord(
  id: string,
  document: Converted,
  seed: SeedFacts,
  aliases: Readonly<Record<string, string>>,
): { record: ReportRecord; observations: Observation[] } {
  const { kind, title, region, year, session, deliveredOn, speaker, completeness, inferred, stated, outline, notes, projects, dropped } =
    document;
  const place = placeIn(seed.value);
  const record: ReportRecord = {
    id,
    kind,
    title,
    url: urlOf(id, document),
    seed: { path: seed.path, sha256: seed.sha256, encoding: seed.encoding, ...document.range },
    region,
    year,
    session,
    deliveredOn,
    speaker,
    completeness,
    inferred,
    stated,
    outline,
    notes,
    projects,
    dropped,
    blocks: document.blocks.map(({ anchor, part, text }) => ({ id: anchor, part, start: text.start, end: text.end })),
    aliases,
    characters: document.blocks.reduce((sum, { text }) => sum + text.value.replace(/\s/gu, '').length, 0),
    keywords: [],
    messages: document.messages.map(({ rule, offset, text, action }) => ({ rule, ...place(offset), text, action })),
  };
  const observations = document.observations.map((one, i) => ({ ...one, id: `${id}-o${i + 1}`, report: id }));
  return { record, observations };
}

/** Offset → line and column, both from 1. */
export function placeIn(value: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
