import type { ClauseHabits } from './glued.ts';
import type { MarkKind } from './marks.ts';

/** What a unit turned out to be the head of: its title ends at `end` (in the unit's text), the rest is a paragraph. */
export interface Heading {
  kind: MarkKind;
  num: string;
  n: number;
  title: string;
  end: number;
  runIn: boolean;
  /** Level among the headings around it, from 1. */
  depth: number;
}

export interface HeadingOptions {
  /** Habits of the text's clauses, asked for only where a heading runs into its text. */
  habits: () => ClauseHabits;
  /** An article's numbered paragraphs may be plain sentences; a report's are headed. */
  kind: 'report' | 'article';
}
