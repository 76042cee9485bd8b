import type { LineMatcher } from '../schemas/chrome.ts';
import type { Dictionary } from '../schemas/indicator.ts';
import type { StatedDocument } from '../schemas/manifest.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Dropped, Note, ReportRecord } from '../schemas/report.ts';
import type { Range } from '../text/mapped-text.ts';
import { anchors, outlineEntries } from './anchors.ts';
import { appendix, pageNotes } from './appendix.ts';
import { attachments } from './attachments.ts';
import type { Block } from './block.ts';
import { clean } from './clean.ts';
import { commitments } from './commitments.ts';
import { completeness } from './completeness.ts';
import { copies } from './copies.ts';
import { documentKind } from './document-kind.ts';
import { type Fields, fields } from './fields.ts';
import { footnotes } from './footnotes.ts';
import type { Gazetteer } from './gazetteer.ts';
import { glossary, type Link } from './glossary.ts';
import { type ClauseHabits, clauseHabits } from './glued.ts';
import { header } from './header.ts';
import { indicators } from './indicators.ts';
import { joinLines } from './join-lines.ts';
import { type Line, lines } from './lines.ts';
import type { Message } from './message.ts';
import { numbering } from './numbering.ts';
import { block, outline } from './outline.ts';
import { projects } from './projects.ts';
import { split } from './split.ts';
import { strays } from './strays.ts';

/** What every conversion needs beside the seed: the dictionaries of `seeds/`, loaded and checked. */
export interface Knowledge {
  chrome: { line: LineMatcher; tail: LineMatcher };
  dictionary: Dictionary;
  gazetteer: Gazetteer;
  /** Habits of clauses in reports at large; added to those of the text. */
  habits: ClauseHabits;
}

/** A decoded seed. */
export interface SeedText {
  path: string;
  value: string;
  /** What people state about its documents. */
  stated: readonly StatedDocument[];
  /** Where the file holds several texts (rows of a table). */
  pieces: readonly Range[];
}

/** A document as the stages read it, before the archive gives it its id. */
export interface Converted extends Fields {
  kind: ReportRecord['kind'];
  range: Range;
  completeness: ReportRecord['completeness'];
  blocks: Block[];
  links: Map<Block, Link[]>;
  outline: ReportRecord['outline'];
  notes: Note[];
  projects: ReportRecord['projects'];
  observations: Omit<Observation, 'id' | 'report'>[];
  dropped: Dropped[];
  messages: Message[];
}

/** A seed → its documents, in the order of the seed. Never throws on a text. */
export function convert(seed: SeedText, knowledge: Knowledge): Converted[] {
  const whole = [{ start: 0, end: seed.value.length }];
  return (seed.pieces.length > 1 ? seed.pieces : whole).flatMap((piece) => {
    const cut = lines(seed.value, piece);
    const { parts, dropped } = split(cut.lines);
    const ranges = rangesOf(parts, piece);
    return parts.map((part, i) => {
      const range = ranges[i] ?? piece;
      const own = [...cut.dropped, ...dropped].filter(({ start }) => start >= range.start && start < range.end);
      return convertDocument(seed, part, range, own, knowledge);
    });
  });
}

function convertDocument(
  seed: SeedText,
  part: readonly Line[],
  range: Range,
  droppedBefore: readonly Dropped[],
  knowledge: Knowledge,
): Converted {
  const stated = seed.stated.find(({ match }) => seed.value.slice(range.start, range.end).includes(match)) ?? null;
  const single = copies(part);
  const { head, body: cleaned, dropped } = clean(single.lines, knowledge.chrome);
  const kind = stated?.kind ?? documentKind(head, cleaned);
  const { body, date } = lastDate(cleaned);
  const top = header(head, kind);
  const parts = attachments(joinLines(body));
  const feet = footnotes(parts.body.map(({ text }) => text));
  const text = parts.body.filter((_, i) => !feet.has(i));
  const read = outline(text, { kind, habits: () => habitsOf(text, knowledge.habits) });
  const swept = strays(read);
  const end = appendix(parts.attachments, swept.blocks, seed.value);
  const below = pageNotes(feet, end.notes);
  const dated = date && kind === 'article' ? [block('date', date.text, 'front')] : [];
  const blocks = [...top.blocks, ...inOrder(swept.blocks, below), ...end.blocks, ...dated];
  anchors(blocks);
  const known = fields({ path: seed.path, range, header: top, blocks: [...swept.blocks, ...dated], kind, stated }, knowledge.gazetteer);
  const defined = [...below, ...end.notes];
  const terms = glossary(blocks, defined);
  const notes = defined.map((note): Note => ({ ...note.record, id: note.block.anchor, occurrences: terms.occurrences.get(note.n) ?? [] }));
  const figures = { id: '', seed: seed.value, year: known.year, blocks, region: known.region };
  const headed = kind === 'report' ? indicators(figures, knowledge.dictionary) : [];
  const promised = kind === 'report' ? commitments(figures, knowledge.dictionary, headed) : [];
  const complete = completeness({ blocks, notes: end.truncated, stated });
  return {
    ...known,
    kind,
    range,
    completeness: complete.value,
    inferred: [...known.inferred, ...complete.inferred],
    blocks,
    links: terms.links,
    outline: outlineEntries(blocks),
    notes,
    projects: kind === 'report' ? projects(figures, knowledge.dictionary) : [],
    observations: [...headed, ...promised].sort((a, b) => a.start - b.start || a.end - b.end),
    dropped: [...droppedBefore, ...single.dropped, ...dropped, ...top.dropped, ...swept.dropped, ...siteDate(date, kind)].sort(
      (a, b) => a.start - b.start,
    ),
    messages: [...single.messages, ...known.messages, ...swept.messages, ...numbering(swept.blocks), ...end.messages, ...complete.messages],
  };
}

/** A date alone on the last line: of an article its own, under a report that of the site's page. */
function lastDate(lines: readonly Line[]): { body: readonly Line[]; date: Line | null } {
  const last = lines.at(-1);
  return last && /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u.test(last.text.value)
    ? { body: lines.slice(0, -1), date: last }
    : { body: lines, date: null };
}

const siteDate = (date: Line | null, kind: Converted['kind']): Dropped[] =>
  date && kind === 'report' ? [{ ...date.text.seedRange(), reason: '网站的发布日期' }] : [];

/** The blocks of the body with the notes at the foot of pages in their places. */
function inOrder(body: readonly Block[], notes: readonly { block: Block }[]): Block[] {
  if (notes.length === 0) return [...body];
  return [...body, ...notes.map(({ block }) => block)].sort((a, b) => a.text.start - b.text.start);
}

/** Each document reaches from its first line to the first line of the next; the whole piece is covered. */
function rangesOf(parts: readonly (readonly Line[])[], piece: Range): Range[] {
  const starts = parts.map((part, i) => (i === 0 ? piece.start : (part[0]?.text.start ?? piece.start)));
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? piece.end }));
}

/** The habits of one text, on top of those of reports at large. */
function habitsOf(body: readonly Line[], general: ClauseHabits): ClauseHabits {
  const own = clauseHabits(body.map(({ text }) => text.value).join('\n'));
  const sum = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> => {
    const result = new Map(a);
    for (const [key, count] of b) result.set(key, (result.get(key) ?? 0) + count);
    return result;
  };
  return { all: sum(general.all, own.all), begin: sum(general.begin, own.begin), end: sum(general.end, own.end), text: own.text };
}
