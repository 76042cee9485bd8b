import type { Project } from '../schemas/report.ts';
import type { FigureDocument } from './indicators.ts';

/** Entries of lists of 民生实事, results table of an attachment included. */
export function projects(_document: FigureDocument): Project[] {
  return [];
}
