import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour like #a3281e');

/** Everything that makes an archive one's own: `archive.config.ts`. */
export const archiveConfigSchema = z.strictObject({
  /** In the header of every page, in feeds, on share cards: 政府工作报告文库. */
  title: z.string().min(1),
  /** Below the icon of the installed site. */
  shortTitle: z.string().min(1).max(12),
  /** One sentence: what this is. Stands on the home page and in search engines. */
  description: z.string().min(1).max(160),
  /** The region that the archive is limited to, as a slug (`hunan/changsha`), or '' for the whole country. */
  scope: z.string().regex(/^(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/, 'is not a slug like hunan/changsha'),
  language: z.literal('zh-CN'),
  /** Where errors are reported: the repository without a slash at the end; '' takes the one that the site is built in. */
  repository: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
  /** A mail address that readers may write to, or ''. */
  contact: z.union([z.literal(''), z.email()]),
  /** Stands at the foot of every page. */
  licence: z.string(),
  /** The one accent, for marks, links and the current place. Both need a contrast of 4.5 to 1 with the ground. */
  accent: z.strictObject({ light: colour, dark: colour }),
});

export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;
