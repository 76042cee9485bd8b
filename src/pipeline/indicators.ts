import type { Dictionary } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Block } from './block.ts';

/** What the figures are read from: the whole decoded seed, and the document's blocks with their anchors. */
export interface FigureDocument {
  id: string;
  seed: string;
  year: number | null;
  blocks: readonly Block[];
}

/** Figures of the dictionary's indicators, in the order of the text: 地区生产总值增长8%左右 */
export function indicators(_document: FigureDocument, _dictionary: Dictionary): Observation[] {
  return [];
}
