import { z } from 'zod';

const text = z.string().trim().min(1);

/** What a person states about one document of a seed; it goes before whatever the converter reads. */
export const statedDocumentSchema = z.strictObject({
  /** Words that the document begins with or contains: 2020年长沙市开福区政府工作报告. */
  match: text,
  /** GB/T 2260 code (`430105`), slug (`hunan/changsha/kaifu`) or full name (湖南省长沙市开福区). */
  region: text.optional(),
  year: z.number().int().min(1949).max(2099).optional(),
  deliveredOn: z.iso.date().optional(),
  speaker: text.optional(),
  session: text.optional(),
  title: text.optional(),
  completeness: z.enum(['complete', 'truncated', 'fragment']).optional(),
  kind: z.enum(['report', 'article']).optional(),
  /** For the next maintainer: why this is stated by hand. */
  note: text.optional(),
});
export type StatedDocument = z.infer<typeof statedDocumentSchema>;

export const statedTextSchema = z.strictObject({
  /** Below the folder of the manifest: `000_d2df90c230e981da.txt`. */
  path: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal'),
  /** `gb18030`: where the detection fails. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5']).optional(),
  source: z
    .strictObject({ name: text.optional(), url: z.url({ protocol: /^https?$/ }).optional(), retrieved: z.iso.date().optional() })
    .optional(),
  documents: z.array(statedDocumentSchema).optional(),
});
export type StatedText = z.infer<typeof statedTextSchema>;

/** `seeds/manifest.yml`. A text needs no row to be published. */
export const manifestSchema = z.strictObject({
  texts: z
    .array(statedTextSchema)
    .nullish()
    .transform((texts) => texts ?? []),
});
export type Manifest = z.infer<typeof manifestSchema>;
