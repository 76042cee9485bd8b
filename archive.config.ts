/**
 * Everything that makes this archive yours. A fork edits this file, puts its texts into `seeds/`, and nothing else.
 */
export const archive = {
  /** Name of the archive: in the header of every page, in feeds, on share cards. */
  title: '政府工作报告文库',
  /** Shorter, below the icon of the installed site. */
  shortTitle: '报告文库',
  /** One sentence: what this is. Stands on the home page and in search engines. */
  description: '把散落各处的政府工作报告整理成可以通读、查找、引用的文库：全文、目录、名词解释、指标，逐段可链接。',
  /** The region that the archive is limited to, as a slug (`hunan/changsha`), or '' for the whole country. */
  scope: '',
  /** Language of the interface. */
  language: 'zh-CN',
  /** Where errors are reported: the address of the repository without a slash at the end; '' takes the one that the site is built in. */
  repository: '',
  /** A mail address that readers may write to, or ''. */
  contact: '',
  /** Stands at the foot of every page. */
  licence: '报告是官方文件，依《中华人民共和国著作权法》第五条不受著作权保护；程序以 MIT 许可发布。',
  /** The one accent, for marks, links and the current place: in light and in dark. Both need a contrast of 4.5 to 1 with the ground. */
  accent: { light: '#a3281e', dark: '#f0958a' },
} as const;
