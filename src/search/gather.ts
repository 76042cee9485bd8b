import { type BlockMatch, hasAll, type RecordMatch, sectionChain } from './match-record.ts';
import type { RecordRef } from './open-archive.ts';
import type { OpenRecord } from './open-record.ts';

/** The smallest part of a document that has all of the words: a passage, a section, or ('' as id) the whole. */
export interface Scope {
  /** Anchor: everything in the element with this id, or the page. */
  anchor: string;
  kind: 'passage' | 'section' | 'document';
  ref: RecordRef;
  record: OpenRecord;
  /** Index of the section in `record`. */
  section: number;
  /** The passage, or for each word one passage that has it. */
  pieces: BlockMatch[];
}

export interface MatchedRecord {
  ref: RecordRef;
  record: OpenRecord;
  match: RecordMatch;
}

/** What is known of a section: `own` of the blocks that stand in it directly, `pieces` of everything in it. */
interface SectionState {
  anchor: string;
  ref: RecordRef;
  record: OpenRecord;
  section: number;
  depth: number;
  own: Map<number, BlockMatch>;
  pieces: Map<number, BlockMatch>;
  /** A passage with all of the words stands in it directly, or somewhere in it. */
  ownCovered: boolean;
  covered: boolean;
}

/**
 * What a document has of the needed words, from the matches in its records: passages with all of them; sections over
 * which they are scattered, if no passage in them has all; the document, if nothing smaller has.
 */
export function gatherScopes(matches: readonly MatchedRecord[], needed: ReadonlySet<number>): Scope[] {
  const passages: Scope[] = [];
  const sections = new Map<string, SectionState>();
  for (const { ref, record, match } of matches) {
    for (const block of match.blocks) {
      const whole = hasAll(block.spans, needed);
      const { anchor, section } = block.block;
      if (whole) passages.push({ anchor, kind: 'passage', ref, record, section, pieces: [block] });
      for (const { word } of block.spans) if (needed.has(word)) note(sections, ref, block, word, section, whole);
    }
    for (const border of match.borders) if (needed.has(border.word)) note(sections, ref, border, border.word, border.section, false);
  }
  return [...passages, ...scattered(sections, needed.size)];
}

/** Tells a section and all around it that a word is there, and the page. */
function note(
  sections: Map<string, SectionState>,
  ref: RecordRef,
  piece: BlockMatch,
  word: number,
  section: number,
  covered: boolean,
): void {
  const { record } = piece;
  const chain = [...sectionChain(record, section), -1];
  for (const [i, at] of chain.entries()) {
    const anchor = record.sections[at]?.id ?? '';
    const state = sections.get(anchor) ?? newState(anchor, ref, record, at, chain.length - i);
    if (!state.pieces.has(word)) state.pieces.set(word, piece);
    if (i === 0 && !state.own.has(word)) state.own.set(word, piece);
    state.covered ||= covered;
    if (i === 0) state.ownCovered ||= covered;
    sections.set(anchor, state);
  }
}

function newState(anchor: string, ref: RecordRef, record: OpenRecord, section: number, depth: number): SectionState {
  return { anchor, ref, record, section, depth, own: new Map(), pieces: new Map(), ownCovered: false, covered: false };
}

/** From the innermost out: sections whose own blocks have all of the words, or in which nothing smaller has. */
function scattered(sections: ReadonlyMap<string, SectionState>, words: number): Scope[] {
  const scopes: Scope[] = [];
  for (const state of [...sections.values()].sort((a, b) => b.depth - a.depth)) {
    const { anchor, ref, record, section, own, ownCovered, covered, pieces } = state;
    const found = !ownCovered && own.size === words ? own : !covered && pieces.size === words ? pieces : undefined;
    if (!found) continue;
    scopes.push({ anchor, kind: anchor === '' ? 'document' : 'section', ref, record, section, pieces: [...new Set(found.values())] });
    for (const around of [...sectionChain(record, section), -1]) {
      const outer = sections.get(record.sections[around]?.id ?? '');
      if (outer) outer.covered = true;
    }
  }
  return scopes;
}
