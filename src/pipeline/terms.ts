import type { GlossaryEntry } from '../schemas/glossary.ts';
import type { Note, ReportRecord } from '../schemas/report.ts';
import type { Term } from '../schemas/term.ts';
import { fold } from '../text/fold.ts';
import { type Match, termMatcher } from '../text/term-matcher.ts';
import { hash, slug } from './slug.ts';

/** What the glossary needs of a report. */
export interface DefiningReport {
  id: string;
  notes: readonly Note[];
}

type UsingReport = Pick<ReportRecord, 'id' | 'blocks'>;

interface Entry {
  key: string;
  /** The name that `seeds/glossary.yml` gives. */
  name: string | null;
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
  for (const { term, aliases } of extra) Object.assign(open(entries, term, aliases), { name: term, aliases: [...aliases] });
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
  const key = keyOf(term);
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = { key, name: null, forms: new Map([[plain(term), 0]]), aliases: [], definitions: [], occurrences: [] };
  for (const name of [term, ...aliases]) if (!entries.has(keyOf(name))) entries.set(keyOf(name), entry);
  return entry;
}

/** Without marks and without a gloss in Latin letters: GEP（Gross Ecosystem Production） → GEP */
function keyOf(term: string): string {
  const { value } = fold(term);
  return value.replace(/(?<=.)\([A-Za-z][^()]*\)$/u, '') || value;
}

/** Without quotation marks around the whole, and without those that have no partner: “三资” → 三资, 电力630” → 电力630, “四上”企业 stays. */
function plain(term: string): string {
  const visible = term.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '').trim();
  return /^[“"「『]([^“”"「」『』]*)[”"」』]$/u.exec(visible)?.[1] ?? balanced(visible);
}

/** ”“”“”“四大领域 → 四大领域; straight marks, which have no sides, are left with those beside them: “双减" */
function balanced(text: string): string {
  if (text.includes('"')) return text;
  const characters = [...text];
  const open: number[] = [];
  const partners = new Set<number>();
  for (const [i, character] of characters.entries()) {
    if (character === '“') open.push(i);
    const from = character === '”' ? open.pop() : undefined;
    if (from !== undefined) partners.add(from).add(i);
  }
  const kept = characters.filter((character, i) => !'“”'.includes(character) || partners.has(i)).join('');
  return kept.replaceAll('“”', '') || text;
}

function named(entries: readonly Entry[]): Term[] {
  const used = new Set<string>();
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  const result = sorted.map(({ key, name, forms, aliases, definitions, occurrences }) => {
    const [common = key] = [...forms].sort(([, a], [, b]) => b - a).map(([form]) => form);
    const term = name ?? common;
    const short = slug(key);
    const id = used.has(short) ? `${short}-${hash(key)}` : short;
    used.add(id);
    return { id, term, aliases: [...new Set([...forms.keys(), ...aliases])].filter((form) => form !== term), definitions, occurrences };
  });
  return result.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Without the terms that no report defines or uses. */
export function inUse(all: readonly Term[]): Term[] {
  return all.filter(({ definitions, occurrences }) => definitions.length > 0 || occurrences.length > 0);
}

/** Finds in a text the terms of the whole archive: `value` is the slug. Built once for all reports. */
export function archiveMatcher(all: readonly Term[]): (text: string) => Match<string>[] {
  const match = termMatcher(all.flatMap(({ id, term, aliases }) => [term, ...aliases].map((name) => [name, id] as const)));
  return (text) => match(text).filter(({ quoted, start, end }) => quoted || fold(text.slice(start, end)).value.length > 2);
}

/** Adds to `all` where a report uses terms that it does not define: in each section the first block, by the ranges of its record. */
export function usesAdder(all: readonly Term[], match: (text: string) => Match<string>[]): (report: UsingReport, seed: string) => void {
  const byId = new Map(all.map((term) => [term.id, term]));
  return ({ id, blocks }, seed) => {
    const seen = new Set<string>();
    for (const { id: anchor, part, start, end } of blocks) {
      if (part === 'notes' || part === 'front') continue;
      for (const { value } of match(seed.slice(start, end))) {
        const term = byId.get(value);
        const key = `${value} ${anchor.replace(/-?p\d+$/u, '')}`;
        if (!term || seen.has(key) || term.definitions.some(({ report }) => report === id)) continue;
        seen.add(key);
        term.occurrences.push({ report: id, anchor });
      }
    }
  };
}
