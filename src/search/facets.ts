import { type DocumentState, wholeRecords } from './document-state.ts';
import { type FilterName, type Filters, filterNames, filterValue, partOfLetter, passesDocument, passesPart } from './filters.ts';
import type { Findings } from './find.ts';
import type { Archive, DocumentEntry } from './published.ts';

export type Facets = Record<FilterName, Record<string, number>>;

/**
 * Documents by region (with those above), level, year, kind and part. A filter does not count itself, so that its other
 * values can be chosen. What was read counts as read; what a filter kept closed counts as the index offers it.
 */
export function countFacets(findings: Findings, filters: Filters, archive: Archive): Facets {
  const facets: Facets = { region: {}, level: {}, year: {}, kind: {}, part: {} };
  const open = new Set([...findings.documents, ...findings.unread].map(({ document }) => document));
  for (const state of findings.offered) {
    const { document } = state;
    const closing = closingFilters(state, filters, archive);
    if (closing.length === 0 && !open.has(document)) continue;
    for (const name of filterNames)
      if (closing.every((closed) => closed === name)) for (const value of valuesOf(state, name, archive)) add(facets[name], value);
  }
  for (const { kind } of findings.entities) add(facets.kind, kind);
  return facets;
}

/** Names of the filters that do not let the document through. */
function closingFilters(state: DocumentState, filters: Filters, archive: Archive): FilterName[] {
  return [...filters].flatMap(([name, values]) => {
    const only: Filters = new Map([[name, values]]);
    const passes =
      name === 'part' ? wholeRecords(state).some(({ ref }) => passesPart(ref.part, only)) : passesDocument(state.document, only, archive);
    return passes ? [] : [name];
  });
}

function valuesOf(state: DocumentState, name: FilterName, archive: Archive): string[] {
  if (name === 'part') return [...new Set(wholeRecords(state).map(({ ref }) => partOfLetter(ref.part)))];
  return name === 'region' ? regionsAbove(state.document) : [filterValue(state.document, name, archive)];
}

/** `hunan/changsha` → hunan, hunan/changsha */
function regionsAbove({ region }: DocumentEntry): string[] {
  const steps = region.split('/');
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'));
}

function add(counts: Record<string, number>, value: string): void {
  if (value) counts[value] = (counts[value] ?? 0) + 1;
}
