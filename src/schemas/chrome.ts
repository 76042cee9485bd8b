import { z } from 'zod';

const rules = z.array(z.object({ reason: z.string(), patterns: z.array(z.string()) }));

/** seeds/chrome.yml: what portals print around a text. */
export const chromeSchema = z.object({ line: rules, tail: rules });

/** A matcher for whole lines: the reason to drop the line, or null. */
export type LineMatcher = (line: string) => string | null;

/** Throws where a pattern is no regular expression. */
export function lineMatcher(list: z.infer<typeof rules>): LineMatcher {
  const compiled = list.map(({ reason, patterns }) => ({ reason, pattern: new RegExp(`^(?:${patterns.join('|')})$`, 'u') }));
  return (line) => (line.length > 200 ? null : (compiled.find(({ pattern }) => pattern.test(line))?.reason ?? null));
}
