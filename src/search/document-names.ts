import { fold } from './fold.ts';
import type { DocumentEntry, RegionEntry } from './published.ts';

const suffix = /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|自治州|自治县|地区|新区|省|市|区|县|盟|旗)$/u;

/** 开福区 → 开福; a name of two characters stays whole: 湘潭, 朔州 are names, 市 and 县 are not. */
export function shortName(name: string): string {
  const short = name.replace(suffix, '');
  return short.length >= 2 ? short : name;
}

/**
 * Words that say which document is meant, whatever its text says: its year and the names of its region and of those
 * above it. So `岳麓区 学位` finds 学位 in the reports of 岳麓区.
 */
export function documentNames(document: DocumentEntry, regions: readonly RegionEntry[]): Set<string> {
  const names = new Set<string>();
  for (const { slug, name, fullName } of regions)
    if (document.region === slug || document.region.startsWith(`${slug}/`))
      for (const word of [name, shortName(name), fullName]) names.add(fold(word));
  if (document.year > 0) for (const word of [`${document.year}`, `${document.year}年`]) names.add(word);
  return names;
}
