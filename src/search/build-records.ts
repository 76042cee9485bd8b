import type { Part } from '../schemas/report.ts';
import { fold } from './fold.ts';
import { charactersOfText, pairsOfText } from './grams.ts';
import type { EntityText, RecordText } from './published.ts';

/** A block of a page with its anchor and the sections that it stands in, the outermost first. */
export interface IndexBlock {
  anchor: string;
  path: readonly string[];
  part: Part;
  text: string;
  /** A heading, or the term of a definition: its words count more. `strong` of its characters are that. */
  strong: number;
}

export interface IndexDocument {
  blocks: IndexBlock[];
  /** Anchor → heading as printed. */
  headings: ReadonlyMap<string, string>;
}

/** What becomes one record of Pagefind and one text file. */
export interface IndexRecord {
  part: Part;
  text: RecordText | EntityText;
  /** Pairs of characters of headings and terms, and of the rest, separated by spaces. */
  strong: string;
  weak: string;
  /** Characters, each once. */
  characters: ReadonlySet<string>;
}

export interface Entity {
  url: string;
  name: string;
  aliases: string[];
  summary: string;
}

/** Characters of a record: the fewer, the less a hit loads, and the more records there are. */
const recordLength = 800;
/** Characters of the next record that a record knows, so that a phrase across the border is found. */
const overlap = 16;
const entitiesOfRecord = 40;

/**
 * A document → records of about 800 characters: whole small sections together, or a piece of a large one; never two parts
 * (回顾, 安排) in one.
 */
export function buildRecords(document: IndexDocument): IndexRecord[] {
  const groups = joinSmall(splitLong(bySection(document.blocks)));
  return groups.map((blocks, i) => {
    const after = groups[i + 1] ?? [];
    return { part: blocks[0]?.part ?? 'body', text: recordText(blocks, document.headings, after), ...tokensOf(blocks, startOf(after)) };
  });
}

/** Terms, indicators or regions, forty names a record. */
export function buildEntityRecords(entities: readonly Entity[]): IndexRecord[] {
  const records: IndexRecord[] = [];
  for (let i = 0; i < entities.length; i += entitiesOfRecord) {
    const leaf = entities.slice(i, i + entitiesOfRecord);
    const names = leaf.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold);
    const rows = leaf.map(({ url, name, aliases, summary }): EntityText['entities'][number] => [url, name, aliases, summary]);
    records.push({
      part: 'body',
      text: { entities: rows },
      strong: [...new Set(names.flatMap((name) => [...pairsOfText(name)]))].join(' '),
      weak: '',
      characters: charactersOfText(names.join('\n')),
    });
  }
  return records;
}

function bySection(blocks: readonly IndexBlock[]): IndexBlock[][] {
  const groups: IndexBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0] && sectionOf(last[0]) === sectionOf(block) && last[0].part === block.part) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Pieces of a long section are about equally long. */
function splitLong(groups: readonly IndexBlock[][]): IndexBlock[][] {
  return groups.flatMap((blocks) => {
    const pieces = Math.max(1, Math.round(lengthOf(blocks) / recordLength));
    const target = lengthOf(blocks) / pieces;
    const result: IndexBlock[][] = [[]];
    let length = 0;
    for (const block of blocks) {
      const last = result.at(-1) ?? [];
      if (last.length > 0 && length + block.text.length / 2 > target * result.length) result.push([block]);
      else last.push(block);
      length += block.text.length;
    }
    return result;
  });
}

function joinSmall(groups: readonly IndexBlock[][]): IndexBlock[][] {
  const result: IndexBlock[][] = [];
  for (const group of groups) {
    const last = result.at(-1);
    if (last?.[0]?.part === group[0]?.part && last && lengthOf(last) + lengthOf(group) <= recordLength) last.push(...group);
    else result.push([...group]);
  }
  return result;
}

function recordText(blocks: readonly IndexBlock[], headings: ReadonlyMap<string, string>, after: readonly IndexBlock[]): RecordText {
  const parents = new Map(blocks.flatMap(({ path }) => path.map((id, i) => [id, path[i - 1] ?? ''])));
  const ids = [...parents.keys()];
  const shared = blocks.at(-1)?.path.findLast((id, i) => after[0]?.path[i] === id) ?? '';
  return {
    sections: [...parents].map(([id, parent]) => [id, headings.get(id) ?? '', ids.indexOf(parent)]),
    blocks: blocks.map((block) => [ids.indexOf(sectionOf(block)), block.anchor, block.text]),
    next: [startOf(after), ids.indexOf(shared)],
  };
}

function startOf(blocks: readonly IndexBlock[]): string {
  return textOf(blocks.slice(0, overlap)).slice(0, overlap);
}

function sectionOf(block: IndexBlock): string {
  return block.path.at(-1) ?? '';
}

/** Pairs across the borders of blocks belong to the rest; one that is strong need not be weak as well. */
function tokensOf(blocks: readonly IndexBlock[], next: string): Pick<IndexRecord, 'strong' | 'weak' | 'characters'> {
  const strong = new Set(blocks.flatMap(({ text, strong }) => (strong > 0 ? [...pairsOfText(fold(text.slice(0, strong)))] : [])));
  const text = fold(textOf(blocks) + next);
  const weak = [...pairsOfText(text)].filter((pair) => !strong.has(pair));
  return { strong: [...strong].join(' '), weak: weak.join(' '), characters: charactersOfText(text) };
}

function textOf(blocks: readonly IndexBlock[]): string {
  return blocks.map((block) => block.text).join('');
}

function lengthOf(blocks: readonly IndexBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
