import { type FilterName, filterValue, partOfLetter } from './filters.ts';
import type { Findings } from './find.ts';
import type { Archive, DocumentEntry } from './published.ts';

export type Facets = Record<FilterName, Record<string, number>>;

/** Documents by region (with those above), level, year, kind and part: what the index offers, less what reading disproved. */
export function countFacets(findings: Findings, archive: Archive): Facets {
  const facets: Facets = { region: {}, level: {}, year: {}, kind: {}, part: {} };
  const found = new Set(findings.documents.map(({ document }) => document));
  const unread = new Set(findings.unread.map((ref) => ref.document));
  for (const document of findings.offered) if (found.has(document) || unread.has(document)) countDocument(facets, document, archive);
  for (const { kind } of findings.entities) add(facets.kind, kind);
  for (const parts of partsByDocument(findings).values()) for (const letter of parts) add(facets.part, partOfLetter(letter));
  return facets;
}

function countDocument(facets: Facets, document: DocumentEntry, archive: Archive): void {
  add(facets.kind, document.kind);
  add(facets.year, filterValue(document, 'year', archive));
  add(facets.level, filterValue(document, 'level', archive));
  const steps = document.region.split('/');
  for (let i = 1; i <= steps.length; i++) add(facets.region, steps.slice(0, i).join('/'));
}

function partsByDocument({ documents, unread }: Findings): Map<DocumentEntry, Set<string>> {
  const parts = new Map<DocumentEntry, Set<string>>();
  const refs = [...documents.flatMap(({ scopes, besides }) => [...scopes, ...besides].map((scope) => scope.ref)), ...unread];
  for (const { document, part } of refs) parts.set(document, (parts.get(document) ?? new Set()).add(part));
  return parts;
}

function add(counts: Record<string, number>, value: string): void {
  if (value) counts[value] = (counts[value] ?? 0) + 1;
}
