/** A doubt or a finding of a stage: which rule spoke, where, what it saw, and what a maintainer can do. */
export interface Message {
  /** Kebab-case: `repeated-body`. */
  rule: string;
  /** Offset in the decoded seed. */
  offset: number;
  text: string;
  action: string;
}
