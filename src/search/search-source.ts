import { documentName } from '../data/document-words.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { ReportRecord } from '../schemas/report.ts';
import type { Term } from '../schemas/term.ts';
import type { Entity, IndexBlock, IndexDocument } from './build-records.ts';
import { shortName } from './document-names.ts';
import type { DocumentEntry, RegionEntry } from './published.ts';
import type { Passage } from './read-article.ts';

/** A document of the archive, ready to be cut into records. */
export interface SourceDocument {
  entry: Omit<DocumentEntry, 'records'>;
  index: IndexDocument;
}

/** What a whole archive gives to the index. */
export interface SearchSource {
  /** Opened one after the other, so that a large archive never stands in memory as a whole. */
  documents: readonly { entry: SourceDocument['entry']; open: () => IndexDocument }[];
  entities: Readonly<Record<'term' | 'indicator' | 'region', readonly Entity[]>>;
  regions: readonly RegionEntry[];
  synonyms: readonly (readonly string[])[];
  /** Words of the archive that are suggested without a page of their own. */
  keywords: readonly string[];
}

/** `3、三资:即资源…` | 三资：… */
const termOfNote = /^[^:：]{1,40}(?=[:：])/u;

export function documentEntry(record: ReportRecord): SourceDocument['entry'] {
  const { kind, url, region, year } = record;
  return { kind, title: documentName(record), url, region: region?.slug ?? '', year: year ?? 0 };
}

/** The passages of a page with what the record knows of them. */
export function indexDocument(record: ReportRecord, passages: readonly Passage[]): IndexDocument {
  const parts = new Map(record.blocks.map((block) => [block.id, block.part]));
  const headings = new Map(passages.filter(({ id, path }) => id !== '' && path.at(-1) === id).map(({ id, text }) => [id, text]));
  const blocks = passages.map(
    ({ id, path, text }): IndexBlock => ({ anchor: id, path, text, part: parts.get(id) ?? 'body', strong: strongLength(id, path, text) }),
  );
  return { blocks, headings };
}

/** A heading and a title are strong as a whole, a definition as far as its term. */
function strongLength(id: string, path: readonly string[], text: string): number {
  if (id !== '' && (id === 'title' || path.at(-1) === id)) return text.length;
  return id.startsWith('note-') ? (termOfNote.exec(text)?.[0].length ?? 0) : 0;
}

export function termEntity({ id, term, aliases, definitions }: Term): Entity {
  return { url: `/glossary/${id}/`, name: term, aliases, summary: (definitions[0]?.definition ?? '').slice(0, 90) };
}

export function indicatorEntity({ slug, name, aliases, definition }: Indicator): Entity {
  return { url: `/indicators/${slug}/`, name, aliases: aliases.filter(isPlain), summary: definition };
}

export function regionEntity({ slug, name, fullName }: RegionEntry): Entity {
  const names = [shortName(name), fullName].filter((other) => other !== name);
  return { url: `/${slug}/`, name, aliases: [...new Set(names)], summary: `${fullName}的政府工作报告和指标` };
}

/** Groups of names for the same thing; an alias that is a pattern (`{GDP}`) is no name. */
export function synonymGroups(terms: readonly Term[], indicators: readonly Indicator[]): string[][] {
  const groups = [
    ...indicators.map(({ name, aliases }) => [name, ...aliases.filter(isPlain)]),
    ...terms.map(({ term, aliases }) => [term, ...aliases]),
  ];
  return groups.map((names) => [...new Set(names)]).filter((names) => names.length > 1);
}

function isPlain(alias: string): boolean {
  return !/[{}|?*\\]/.test(alias);
}
