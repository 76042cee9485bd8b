import { z } from 'zod';

/** A misreading of a seed that a person noticed. Both readings are shown; the seed stays as it is. */
export const correctionSchema = z.strictObject({
  /** Path of the seed below its folder: `000_d2df90c230e981da.txt`. */
  seed: z.string().min(1),
  /** The words as they stand in the text, long enough to be found once: `河长制湖长制`. */
  quote: z.string().min(1),
  /** What they should be; '' where they should not stand at all. */
  replacement: z.string(),
  /** How one knows: `据区政府网站公布的原文`. */
  reason: z.string().min(1),
  by: z.string().min(1),
  date: z.iso.date(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** `seeds/corrections.yml`. */
export const correctionsSchema = z.array(correctionSchema);
