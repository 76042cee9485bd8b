/** The files of the index, as the browser reads them. All are gzipped JSON, written by scripts/index-search.ts. */
import type { Level } from '../schemas/region.ts';
import type { Part } from '../schemas/report.ts';

const kinds = ['report', 'article', 'term', 'indicator', 'region'] as const;
export type Kind = (typeof kinds)[number];

/** `archive.bin`: what is known before a word is looked up. */
export interface Archive {
  /** Every region with its ancestors, in the order of their codes. */
  regions: RegionEntry[];
  shards: ShardEntry[];
}

/** `synonyms.bin`: names for the same thing, `['地区生产总值', 'GDP']`. */
export interface SynonymTable {
  groups: string[][];
}

export interface RegionEntry {
  slug: string;
  name: string;
  fullName: string;
  level: Level;
}

/** A part of the index with a folder of its own. Filters that close it keep it from being loaded. */
export interface ShardEntry {
  /** Folder below that of the bundle, and the name of its Pagefind metadata. */
  folder: string;
  meta: string;
  kinds: Kind[];
  regions: string[];
  years: number[];
}

/** `<shard>/table.bin`: the documents of a shard and which of its records are theirs. */
export interface ShardTable {
  documents: DocumentEntry[];
}

/** A page: a report, an article; or a leaf of packed terms, indicators or regions, whose passages have pages of their own. */
export interface DocumentEntry {
  kind: Kind;
  title: string;
  /** Below BASE. */
  url: string;
  /** Slug, '' where there is none. */
  region: string;
  /** 0 where there is none. */
  year: number;
  /** Its records in order, with commas: the letter of the part and the hash that Pagefind gave the record. */
  records: string;
}

/** Letters of the parts in `records`. */
export const partLetters: Readonly<Record<Part, string>> = {
  front: 'f',
  review: 'r',
  plan: 'p',
  body: 'b',
  closing: 'c',
  notes: 'n',
  attachment: 'a',
};

/** Files over which the characters of a shard are spread. */
export const characterFiles = 64;

/** `<shard>/char/<n>.bin`: the records that hold a character, as steps from one to the next in the order of the shard. */
export interface CharacterTable {
  records: Record<string, number[]>;
}

export function characterFile(character: string): number {
  return (character.codePointAt(0) ?? 0) % characterFiles;
}

/** `<shard>/text/<hash>.bin`: the text of a record. */
export interface RecordText {
  /** Sections that the blocks stand in, and those above them: anchor, heading, and which one of these is around it (-1: none). */
  sections: [id: string, heading: string, parent: number][];
  /** Index of the section (-1: none), anchor, text as printed. */
  blocks: [section: number, anchor: string, text: string][];
  /** The next characters of the document, where a phrase may go on, and the innermost section that they share with the last block. */
  next: [text: string, section: number];
}

/** `<shard>/text/<hash>.bin` of a leaf of entities: page below BASE, name, other names, a line that says what it is. */
export interface EntityText {
  entities: [url: string, name: string, aliases: string[], summary: string][];
}

/** `suggest.bin`: page or '' for a key word, name, letter of the kind, pinyin `kaifu kf`. */
export type Suggestion = [url: string, name: string, kind: 'term' | 'indicator' | 'region' | 'keyword', pinyin: string];
