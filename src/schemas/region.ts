import { z } from 'zod';

export const levels = ['national', 'province', 'prefecture', 'county'] as const;

/** A region of GB/T 2260, or a functional area that stands below one. */
export const regionSchema = z.object({
  /** Six digits of GB/T 2260; `000000` for the whole country; null for a functional area without a code of its own. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** 开福区 */
  name: z.string().min(1),
  /** 湖南省长沙市开福区 */
  fullName: z.string().min(1),
  level: z.enum(levels),
  /** Path of the region's page without slashes at the ends: `hunan/changsha/kaifu`. */
  slug: z.string().regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/),
});

export type Region = z.infer<typeof regionSchema>;
export type Level = Region['level'];
