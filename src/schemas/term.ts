import { z } from 'zod';

/** A coined term of the archive, a SKOS concept: prefLabel, altLabels, definitions. */
export const termSchema = z.object({
  /** Slug: pinyin of the term. */
  id: z.string(),
  term: z.string(),
  aliases: z.array(z.string()),
  definitions: z.array(z.object({ report: z.string(), n: z.number().int(), definition: z.string(), anchor: z.string() })),
  occurrences: z.array(z.object({ report: z.string(), anchor: z.string() })),
});
export type Term = z.infer<typeof termSchema>;
