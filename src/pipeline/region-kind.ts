import type { Place } from './gazetteer.ts';

/** Whether a place is what 我代表区人民政府 calls itself: 区, 自治区, 市. */
export function isKind({ name, level }: Place, kind: string): boolean {
  if (kind === '省') return level === 'province' && name.endsWith('省');
  if (kind === '自治区') return level === 'province' && name.endsWith('自治区');
  if (kind === '区') return level === 'county' && name.endsWith('区');
  if (kind === '州') return name.endsWith('自治州');
  return name.endsWith(kind) && level !== 'national';
}

/** The kind of region that a body calls its own: 全县, 我县, 县委. Of several the smallest: a district speaks of its city, too. */
export function kindOf(body: string): string | null {
  const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0;
  if (count(/自治区(?!直辖)/g) >= 10 && count(/[全我]区/g) >= 3 && count(/区委(?!员)/g) <= 3) return '自治区';
  const own = ['旗', '县', '区', '州', '盟', '市', '省'].find((kind) => {
    const called = count(new RegExp(`[全我本]${kind}(?![域别级])`, 'g'));
    const ruled = count(new RegExp(`(?<!自治)${kind}(?:委(?![员托办])|政府)`, 'g'));
    return called >= 2 && ruled >= 2 && called + ruled >= 5;
  });
  return own ?? (count(/[全我]国/g) >= 30 ? '国' : null);
}
