import { z } from 'zod';

/** What a figure of an indicator is: a growth rate, a level (money, people, …), a share or rate in per cent, a count. */
export const indicatorKinds = ['level', 'growth', 'share', 'count'] as const;

/** A canonical indicator of `seeds/indicators.yml`. */
export const indicatorSchema = z.object({
  /** Canonical name: 地区生产总值 */
  name: z.string().min(1),
  /** ASCII path of `/indicators/<slug>/`. */
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** Group on the indicators page: 经济, 就业, 环境 … */
  group: z.string().min(1),
  /** Statistical unit of the level: 亿元, %, 万人. */
  unit: z.string(),
  kind: z.enum(indicatorKinds),
  /** The direction that counts as better. */
  better: z.enum(['up', 'down', 'neither']),
  /** Plausible range of the figure in `unit`; a figure outside is not taken for one of this indicator. */
  range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high),
  /** As printed; `{GDP}` and `{比重}` stand for their synonyms in `words`. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Printed names that mean this indicator only where a growth follows: 服务业增长8% */
  growing: z.array(z.string().min(1)).default([]),
  /** Its printed names may differ in extent (辖区税收, 国地税之和): only equal names are compared. */
  broad: z.boolean().default(false),
  definition: z.string().min(1),
  source: z.string().min(1),
});
export type Indicator = z.infer<typeof indicatorSchema>;

const words = z.array(z.string().min(1)).min(1);

/** `seeds/indicators.yml`: indicators, and the words by which figures are read. Names, slugs and aliases are unique. */
export const dictionarySchema = z
  .object({
    words: z.strictObject({
      /** Synonyms that `{GDP}` and `{比重}` in an alias stand for. */
      GDP: words,
      比重: words,
      /** Growth words: 增长; 下降. */
      rise: words,
      fall: words,
      /** Words of a level: 达到. */
      reach: words,
      /** Words between an indicator and its figure that say nothing about what was measured. */
      filler: words,
      /** 比上年 */
      base: words,
      /** The region itself: 全区. */
      own: words,
      /** Words before an indicator that do not narrow it. */
      before: words,
      /** Ends of the name of a part of the region: 港区. */
      places: words,
      /** Beginnings of a clause that only places or compares the figure before it: 居全市第二. */
      aside: words,
      /** Words at the beginning of a clause that are no part of its object: 全年. */
      adverbs: words,
      /** Verbs that are mostly nouns inside a clause: 工程建设. */
      nominal: words,
      /** Verbs that go on with the one before: 组织实施. */
      chained: words,
      /** Verbs that are no part of a noun: 3家机构|获评. */
      finite: words,
      /** Verbs that end a predicate, but may stand before a noun as well: 落户. */
      ending: words,
      /** Nouns that a verb before them belongs to: 改造|工程. */
      heads: words,
      /** A word for several subjects: 城乡 → 城镇, 农村. */
      collective: z.record(z.string().min(1), words),
    }),
    /** Units behind a magnitude (万, 亿) or a bare number. */
    units: words,
    /** Verbs of a promise or a result: 新增, 改造, 建成. */
    verbs: words,
    indicators: z.array(indicatorSchema).min(1),
  })
  .superRefine(({ indicators }, context) => {
    for (const [field, values] of [
      ['name', indicators.map((i) => i.name)],
      ['slug', indicators.map((i) => i.slug)],
      ['alias', indicators.flatMap((i) => [i.name, ...i.aliases])],
    ] as const) {
      const seen = new Set<string>();
      for (const value of values) {
        if (seen.has(value)) context.addIssue({ code: 'custom', message: `${field} ${value} stands twice in indicators.yml: keep one` });
        seen.add(value);
      }
    }
  });
export type Dictionary = z.infer<typeof dictionarySchema>;
