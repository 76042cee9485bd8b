import type { Archive } from './index-archive.ts';

/** Notes of a document whose terms other documents define too: `note-3` → the term's slug. */
export function termsElsewhere(archive: Archive, id: string): Record<string, string> {
  const terms = archive.termsByReport.get(id) ?? [];
  const compared = terms.filter((term) => term.definitions.some((definition) => definition.report !== id));
  return Object.fromEntries(
    compared.flatMap((term) => term.definitions.filter(({ report }) => report === id).map(({ anchor }) => [anchor, term.id])),
  );
}
