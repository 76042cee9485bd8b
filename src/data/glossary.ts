import type { Term } from '../schemas/term.ts';
import { groupBy } from './group-by.ts';
import { type Archive, compare, type Report } from './index-archive.ts';

/** A definition with the report that gives it. */
export interface PlacedDefinition {
  report: Report;
  definition: string;
  anchor: string;
  n: number;
}

/** The paragraphs of one report in which a term stands, in the order of the text. */
export interface TermUse {
  report: Report;
  anchors: string[];
}

/** The definitions of a term with equal wording together, oldest first. */
export function definitionsOf(archive: Archive, term: Term): PlacedDefinition[][] {
  const placed = term.definitions.flatMap(({ report: id, ...rest }) => {
    const report = archive.reportById.get(id);
    return report ? [{ report, ...rest }] : [];
  });
  placed.sort((a, b) => byYear(a.report, b.report));
  return [...groupBy(placed, (item) => item.definition.replace(/\s/gu, '')).values()];
}

/** Where a term is used, oldest report first. */
export function usesOf(archive: Archive, term: Term): TermUse[] {
  const groups = groupBy(term.occurrences, (occurrence) => occurrence.report);
  const uses = [...groups].flatMap(([id, occurrences]) => {
    const report = archive.reportById.get(id);
    return report ? [{ report, anchors: [...new Set(occurrences.map((occurrence) => occurrence.anchor))] }] : [];
  });
  return uses.sort((a, b) => byYear(a.report, b.report));
}

/** The oldest report that defines or uses the term. */
export function firstAppearance(archive: Archive, term: Term): Report | null {
  const ids = new Set([...term.definitions, ...term.occurrences].map((place) => place.report));
  const reports = [...ids].flatMap((id) => archive.reportById.get(id) ?? []);
  return reports.sort(byYear)[0] ?? null;
}

/** The terms under the first letter of their slugs, `#` for digits, letters in order. */
export function termsByInitial(terms: readonly Term[]): Map<string, Term[]> {
  const sorted = [...terms].sort((a, b) => compare(a.id, b.id));
  const groups = groupBy(sorted, initialOf);
  return new Map([...groups].sort(([a], [b]) => compare(a, b)));
}

export function initialOf(term: Pick<Term, 'id'>): string {
  const first = term.id.charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

/** The page of an initial: /glossary/initial/a/, digits at /glossary/initial/0-9/. */
export function initialPath(initial: string): string {
  return `/glossary/initial/${initial === '#' ? '0-9' : initial.toLowerCase()}/`;
}

/** One page for all terms stays light up to here. */
export function glossaryIsPaged(terms: readonly Term[]): boolean {
  return terms.length > 800;
}

function byYear(a: Report, b: Report): number {
  return a.year - b.year || compare(a.deliveredOn ?? '', b.deliveredOn ?? '') || compare(a.id, b.id);
}
