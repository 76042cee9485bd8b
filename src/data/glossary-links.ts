import { archive } from './archive.ts';
import { href } from './url.ts';

/** Fills the place behind each note with a link to the term's page, where other reports define the same term. */
export function withGlossaryLinks(html: string, id: string): string {
  const terms = new Map<string, string>();
  for (const term of archive().termsByReport.get(id) ?? []) {
    const elsewhere = term.definitions.some((definition) => definition.report !== id);
    if (elsewhere) for (const { report, anchor } of term.definitions) if (report === id) terms.set(anchor, term.id);
  }
  return html.replace(/<i data-glossary="([^"]+)"><\/i>/g, (_, anchor: string) => {
    const slug = terms.get(anchor);
    return slug ? `<a href="${href(`/glossary/${slug}/`)}">别处释义</a>` : '';
  });
}
