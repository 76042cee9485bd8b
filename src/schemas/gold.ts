import { z } from 'zod';

const heading = z.looseObject({
  level: z.number().nullish(),
  depth: z.number().nullish(),
  title: z.string(),
  /** Neither wanted nor wrong. */
  optional: z.boolean().optional(),
  attachment: z.boolean().optional(),
});

/** One report as a person read it; one file of the gold folder. */
export const goldSchema = z.looseObject({
  /** Name of the seed file without its ending, where `seed` does not say another. */
  slug: z.string(),
  seed: z.string().optional(),
  region: z.string().nullish(),
  /** 国家 | 省 | 市 | 县区, or the words of reports.json. */
  level: z.string().nullish(),
  year: z.number().nullish(),
  delivered_on: z.string().nullish(),
  speaker: z.string().nullish(),
  outline: z.array(heading),
  glossary: z.array(z.looseObject({ term: z.string() })),
  indicators: z.array(
    z.looseObject({
      name: z.string(),
      /** `result` | `target` */
      role: z.string(),
      period: z.union([z.string(), z.number()]).nullish(),
      value: z.number().nullish(),
      unit: z.string().nullish(),
      /** `=` `>=` `<=` `~` `range` */
      op: z.string(),
      quote: z.string().nullish(),
    }),
  ),
});
export type Gold = z.infer<typeof goldSchema>;

/** What is scored of a record of reports.json, whoever wrote it. */
export const scoredReportSchema = z.looseObject({
  id: z.string(),
  kind: z.string().optional(),
  seed: z.looseObject({ path: z.string() }).nullish(),
  region: z.looseObject({ name: z.string().nullish(), level: z.string().nullish() }).nullish(),
  year: z.number().nullish(),
  deliveredOn: z.string().nullish(),
  speaker: z.string().nullish(),
  outline: z.array(heading).optional(),
  notes: z.array(z.looseObject({ term: z.string().nullish() })).optional(),
});
export type ScoredReport = z.infer<typeof scoredReportSchema>;

/** What is scored of a record of observations.json. */
export const scoredObservationSchema = z.looseObject({
  report: z.string(),
  indicator: z.string().nullish(),
  status: z.string().nullish(),
  period: z.union([z.string(), z.number()]).nullish(),
  value: z.number().nullish(),
  unit: z.string().nullish(),
  qualifier: z.string().nullish(),
  quote: z.string().nullish(),
});
export type ScoredObservation = z.infer<typeof scoredObservationSchema>;
