import { z } from 'zod';
import { regionSchema } from './region.ts';

const offset = z.number().int().nonnegative();
const range = { start: offset, end: offset };

/** 回顾 | 安排 | 附件 …: what a block of a report speaks about. `body` where neither is known. */
export const parts = ['front', 'review', 'plan', 'body', 'closing', 'notes', 'attachment'] as const;
export type Part = (typeof parts)[number];

/** A heading, in the order of the seed. Depth 3 stands for a marked lead: its id is that of its paragraph. */
export const outlineEntrySchema = z.object({
  id: z.string(),
  depth: z.number().int().min(1).max(4),
  /** The number as printed, 一、 without its mark: `一`, `(八)`, `第一部分`; '' where there is none. */
  num: z.string(),
  title: z.string(),
  /** The text goes on behind the heading on the same line. */
  runIn: z.boolean(),
  attachment: z.literal(true).optional(),
  ...range,
});
export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

/** An entry of 名词解释. */
export const noteSchema = z.object({
  n: z.number().int(),
  term: z.string(),
  definition: z.string(),
  /** Anchor: `note-12`. */
  id: z.string(),
  ...range,
  /** Anchors of the paragraphs in which the term (or the mark `[12]`) stands. */
  occurrences: z.array(z.string()),
});
export type Note = z.infer<typeof noteSchema>;

/** An entry of a list of 民生实事. */
export const projectSchema = z.object({
  /** Heading of the list, as printed. */
  list: z.string(),
  n: z.number().int(),
  text: z.string(),
  /** Figures as printed: what was promised, what was done, how much of it. */
  target: z.string().nullable(),
  result: z.string().nullable(),
  completion: z.string().nullable(),
  anchor: z.string(),
});
export type Project = z.infer<typeof projectSchema>;

export const droppedSchema = z.object({ ...range, reason: z.string() });
export type Dropped = z.infer<typeof droppedSchema>;

/** A flow block with its anchor: how an offset finds its place on the page. */
export const blockEntrySchema = z.object({ id: z.string(), part: z.enum(parts), ...range });

export const recordSchema = z.object({
  id: z.string(),
  kind: z.enum(['report', 'article']),
  title: z.string(),
  /** Below BASE, with a slash at both ends. */
  url: z.string(),
  seed: z.object({ path: z.string(), sha256: z.string(), encoding: z.string(), ...range }),
  region: regionSchema.nullable(),
  /** The year that the report plans for; of an article, the year of its date. */
  year: z.number().int().nullable(),
  /** 长沙市开福区第五届人民代表大会第五次会议 */
  session: z.string().nullable(),
  deliveredOn: z.iso.date().nullable(),
  speaker: z.string().nullable(),
  completeness: z.enum(['complete', 'truncated', 'fragment']),
  /** Names of the fields above that were inferred. */
  inferred: z.array(z.string()),
  /** Names of the fields above that a person stated in the manifest. */
  stated: z.array(z.string()),
  outline: z.array(outlineEntrySchema),
  notes: z.array(noteSchema),
  projects: z.array(projectSchema),
  dropped: z.array(droppedSchema),
  /** Every flow block in the order of the seed. */
  blocks: z.array(blockEntrySchema),
  /** Anchors of earlier conversions → the anchor that holds their text now. */
  aliases: z.record(z.string(), z.string()),
  /** Characters of the text without white space. */
  characters: z.number().int(),
  /** nodejieba TF-IDF against the archive, best first. */
  keywords: z.array(z.string()),
  /** What the converter doubts about this document: `text` for readers, `action` for who keeps the archive. Lines and columns from 1. */
  messages: z.array(z.object({ rule: z.string(), line: z.number().int(), column: z.number().int(), text: z.string(), action: z.string() })),
});
export type ReportRecord = z.infer<typeof recordSchema>;
