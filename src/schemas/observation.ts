import { z } from 'zod';

/** A figure in SDMX words: what was measured, where, when, how much, and the sentence that says so. */
export const observationSchema = z.object({
  id: z.string(),
  report: z.string(),
  /** Canonical name of the dictionary; null where the quantity has none. */
  indicator: z.string().nullable(),
  /** The phrase as printed. */
  label: z.string(),
  measure: z.enum(['growth', 'level', 'share', 'change', 'avg_growth', 'cumulative']),
  value: z.number(),
  valueHigh: z.number().optional(),
  /** As printed, in plain form: `%`, `个百分点`, `亿元`, `万人`, `个`. */
  unit: z.string(),
  qualifier: z.enum(['=', '>=', '<=', '~', 'range']),
  status: z.enum(['actual', 'estimate', 'target']),
  /** A year, or `2026-2030`. */
  period: z.union([z.number().int(), z.string()]),
  /** Stands in the headline sentences: results of the review, main targets of the plan. */
  headline: z.boolean(),
  /** `seed.slice(start, end)`. */
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  /** Anchor of the section (`s1`, `s2-8`, '' before the first), and of the paragraph. */
  section: z.string(),
  anchor: z.string(),
  /** What was done, as printed: 新增 | 新建改造 | 提高到; of a movement 增长 | 下降; a level or a rate has none. */
  verb: z.string().optional(),
  /** What is counted or measured, as printed: 停车位 | 农贸市场升级改造 */
  object: z.string().optional(),
  /** A part of the region that the figure is limited to (园区, 港区), as printed. */
  scope: z.string().optional(),
});
export type Observation = z.infer<typeof observationSchema>;
