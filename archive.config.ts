import type { ArchiveConfig } from './src/schemas/archive-config.ts';

/**
 * Everything that makes this archive yours: a fork edits this file, puts its texts into `seeds/`, and nothing else.
 * The fields are described in src/schemas/archive-config.ts; `npm run doctor` checks them.
 */
export const archive: ArchiveConfig = {
  title: '政府工作报告文库',
  shortTitle: '报告文库',
  description: '把散落各处的政府工作报告整理成可以通读、查找、引用的文库：全文、目录、名词解释、指标，逐段可链接。',
  scope: '',
  language: 'zh-CN',
  repository: '',
  contact: '',
  licence: '报告是官方文件，依《中华人民共和国著作权法》第五条不受著作权保护；程序以 MIT 许可发布。',
  accent: { light: '#a3281e', dark: '#f0958a' },
};
