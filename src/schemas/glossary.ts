import { z } from 'zod';

/** `seeds/glossary.yml`: terms that reports use and seldom define, and other names of one thing. */
export const glossarySchema = z.array(
  z.strictObject({
    /** 研发投入强度 */
    term: z.string().min(2),
    /** R&D投入强度 */
    aliases: z.array(z.string().min(2)).default([]),
  }),
);
export type GlossaryEntry = z.infer<typeof glossarySchema>[number];
