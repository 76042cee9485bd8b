import type { Lexicon } from './lexicon.ts';
import { type Clause, leads, type Subject } from './subjects.ts';

/** The subjects that a sentence goes on to speak of. */
export class Carried {
  /** Those of the last figures. */
  subjects: readonly Subject[] = [];
  /** Where the last figures end. */
  end = 0;
  /** All since the last ;. */
  #told: Subject[] = [];

  carry(subjects: readonly Subject[], end: number): void {
    this.#told.push(...subjects);
    this.subjects = subjects;
    this.end = end;
  }

  /** A ; ends what was spoken of. */
  clear(): void {
    this.subjects = [];
    this.#told = [];
  }

  /** 存款余额1203.5亿元、贷款余额986.4亿元,分别增长9.1%和13.4% */
  last(count: number): Subject[] {
    const told = [...new Set(this.#told)].slice(-count);
    return told.length === count ? told : [];
  }

  /** Only clauses that place a figure may stand between it and the next one: 3858亿元,跃居全市第二,增长9.8%. */
  reaches({ text, from }: Clause, lex: Lexicon): boolean {
    return text
      .slice(this.end, from)
      .replace(/\([^()]*\)/g, '')
      .split(/[,、:—()]/)
      .every((words) => words === '' || lex.aside.test(words) || leads(words, lex));
  }
}
