import type { GlossaryEntry } from '../schemas/glossary.ts';
import type { Note } from '../schemas/report.ts';
import type { Term } from '../schemas/term.ts';
import { fold } from '../text/fold.ts';
import { type Match, termMatcher } from '../text/term-matcher.ts';
import type { Block } from './block.ts';
import { hash, slug } from './slug.ts';

/** What the glossary needs of a report. */
export interface DefiningReport {
  id: string;
  notes: readonly Note[];
}

interface Entry {
  key: string;
  /** Printed forms and how often each stands. */
  forms: Map<string, number>;
  aliases: string[];
  definitions: Term['definitions'];
  occurrences: Term['occurrences'];
}

/**
 * The terms of the archive: those that notes define, and those of `seeds/glossary.yml`. Terms that differ only in quotation marks,
 * width or white space are one. Sorted by slug; a slug depends on nothing but the term, and on terms of the same sound.
 */
export function terms(reports: readonly DefiningReport[], extra: readonly GlossaryEntry[]): Term[] {
  const entries = new Map<string, Entry>();
  for (const { term, aliases } of extra) open(entries, term, aliases).aliases.push(...aliases);
  for (const report of reports) {
    for (const { n, term, definition, id: anchor, occurrences } of report.notes) {
      if (fold(term).value.length < 2) continue;
      const entry = open(entries, term, []);
      entry.forms.set(plain(term), (entry.forms.get(plain(term)) ?? 0) + 1);
      entry.definitions.push({ report: report.id, n, definition, anchor });
      entry.occurrences.push(...occurrences.map((place) => ({ report: report.id, anchor: place })));
    }
  }
  return named([...new Set(entries.values())]);
}

/** The entry of a term; a term of the list is found by its aliases too. */
function open(entries: Map<string, Entry>, term: string, aliases: readonly string[]): Entry {
  const key = fold(term).value;
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = { key, forms: new Map([[plain(term), 0]]), aliases: [], definitions: [], occurrences: [] };
  for (const name of [term, ...aliases]) if (!entries.has(fold(name).value)) entries.set(fold(name).value, entry);
  return entry;
}

/** Without quotation marks around the whole: “三资” → 三资, “四上”企业 stays. */
function plain(term: string): string {
  const visible = term.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '').trim();
  return /^[“"「『]([^“”"「」『』]*)[”"」』]$/u.exec(visible)?.[1] ?? visible;
}

function named(entries: readonly Entry[]): Term[] {
  const used = new Set<string>();
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  const result = sorted.map(({ key, forms, aliases, definitions, occurrences }) => {
    const [term = key] = [...forms].sort(([, a], [, b]) => b - a).map(([form]) => form);
    const short = slug(key);
    const id = used.has(short) ? `${short}-${hash(key)}` : short;
    used.add(id);
    return { id, term, aliases: [...new Set([...forms.keys(), ...aliases])].filter((form) => form !== term), definitions, occurrences };
  });
  return result.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Finds in a text the terms of the whole archive: `value` is the slug. Built once for all reports. */
export function archiveMatcher(all: readonly Term[]): (text: string) => Match<string>[] {
  const match = termMatcher(all.flatMap(({ id, term, aliases }) => [term, ...aliases].map((name) => [name, id] as const)));
  return (text) => match(text).filter(({ quoted, start, end }) => quoted || fold(text.slice(start, end)).value.length > 2);
}

/** A term that a report uses and does not define, at its first place in each section. */
export interface ForeignTerm {
  block: Block;
  from: number;
  to: number;
  /** Slug of the term. */
  term: string;
}

const searched: ReadonlySet<Block['type']> = new Set(['paragraph', 'item', 'row', 'caption']);

/** The terms of the archive in one report, without its `own` (slugs). */
export function foreignTerms(blocks: readonly Block[], match: (text: string) => Match<string>[], own: ReadonlySet<string>): ForeignTerm[] {
  const seen = new Set<string>();
  const result: ForeignTerm[] = [];
  for (const block of blocks) {
    if (!searched.has(block.type) || block.part === 'notes') continue;
    for (const { start, end, value } of match(block.text.value)) {
      const key = `${value} ${block.section}`;
      if (own.has(value) || seen.has(key)) continue;
      seen.add(key);
      result.push({ block, from: start, to: end, term: value });
    }
  }
  return result;
}
