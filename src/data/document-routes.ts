import type { Report } from './index-archive.ts';

/** `/hunan/changsha/kaifu/2020/` → { region: 'hunan/changsha/kaifu', year: '2020' } */
export function reportParams({ url }: Pick<Report, 'url'>): { region: string; year: string } {
  const parts = url.split('/').filter(Boolean);
  return { region: parts.slice(0, -1).join('/'), year: parts.at(-1) ?? '' };
}
