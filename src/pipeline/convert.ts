import type { Dictionary } from '../schemas/indicator.ts';
import type { StatedDocument } from '../schemas/manifest.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Dropped, Note, ReportRecord } from '../schemas/report.ts';
import type { Range } from '../text/mapped-text.ts';
import { anchors, outlineEntries } from './anchors.ts';
import type { Block } from './block.ts';
import type { Chromes } from './clean.ts';
import { commitments } from './commitments.ts';
import { completeness } from './completeness.ts';
import { type Fields, fields } from './fields.ts';
import type { Gazetteer } from './gazetteer.ts';
import { glossary, type Link } from './glossary.ts';
import type { ClauseHabits } from './glued.ts';
import { type FigureDocument, indicators } from './indicators.ts';
import { type Line, lines } from './lines.ts';
import type { Message } from './message.ts';
import { projects } from './projects.ts';
import { split } from './split.ts';
import { structure } from './structure.ts';

/** What every conversion needs beside the seed: the dictionaries of `seeds/`, loaded and checked. */
export interface Knowledge {
  chrome: Chromes;
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
  lines: readonly Line[],
  range: Range,
  droppedBefore: readonly Dropped[],
  knowledge: Knowledge,
): Converted {
  const stated = seed.stated.find(({ match }) => seed.value.slice(range.start, range.end).includes(match)) ?? null;
  const text = structure(lines, { seed: seed.value, kind: stated?.kind ?? null, ...knowledge });
  const { kind, blocks } = text;
  anchors(blocks);
  const known = fields({ path: seed.path, range, header: text.header, blocks: text.body, kind, stated }, knowledge.gazetteer);
  const terms = glossary(blocks, text.notes);
  const complete = completeness({ blocks, notes: text.truncated, stated });
  return {
    ...known,
    ...figures({ id: '', seed: seed.value, year: known.year, blocks, region: known.region }, kind, knowledge.dictionary),
    kind,
    range,
    completeness: complete.value,
    inferred: [...known.inferred, ...complete.inferred],
    blocks,
    links: terms.links,
    outline: outlineEntries(blocks),
    notes: text.notes.map(({ n, block, record }) => ({ ...record, id: block.anchor, occurrences: terms.occurrences.get(n) ?? [] })),
    dropped: joined(seed.value, [...droppedBefore, ...text.dropped], blocks),
    messages: [...text.messages, ...known.messages, ...complete.messages].sort((a, b) => a.offset - b.offset),
  };
}

/** What the figures of a report say; an article is read for its words alone. */
function figures(document: FigureDocument, kind: Converted['kind'], dictionary: Dictionary): Pick<Converted, 'projects' | 'observations'> {
  if (kind === 'article') return { projects: [], observations: [] };
  const named = indicators(document, dictionary);
  const others = commitments(document, dictionary, named);
  return {
    projects: projects(document, dictionary),
    observations: [...named, ...others].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Neighbours that were dropped for one reason are one range (下载 | 打印 | 全屏 | 收藏), but for white space that is a block's own. */
function joined(seed: string, dropped: readonly Dropped[], blocks: readonly Block[]): Dropped[] {
  const kept = blocks.map(({ text }) => text).sort((a, b) => a.start - b.start);
  let next = 0;
  const result: Dropped[] = [];
  for (const one of [...dropped].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    while ((kept[next]?.end ?? Number.POSITIVE_INFINITY) <= (last?.end ?? 0)) next++;
    const free = (kept[next]?.start ?? Number.POSITIVE_INFINITY) >= one.start;
    const blank = last && last.reason === one.reason && seed.slice(last.end, one.start).trim() === '';
    if (blank && (free || last.end >= one.start)) last.end = Math.max(last.end, one.end);
    else result.push({ ...one });
  }
  return result;
}

/** Each document reaches from its first line to the first line of the next; the whole piece is covered. */
function rangesOf(parts: readonly (readonly Line[])[], piece: Range): Range[] {
  const starts = parts.map((part, i) => (i === 0 ? piece.start : (part[0]?.text.start ?? piece.start)));
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? piece.end }));
}
