import type { Dictionary } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import type { FigureDocument } from './indicators.ts';

/** Quantified promises and results without a canonical name, but for the figures in `taken`: 新增停车位5856个 */
export function commitments(_document: FigureDocument, _dictionary: Dictionary, _taken: readonly Observation[]): Observation[] {
  return [];
}
