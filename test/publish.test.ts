import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { archive } from '../archive.config.ts';
import { breadcrumbList } from '../src/publish/breadcrumb-list.ts';
import { withContentSecurity } from '../src/publish/content-security.ts';
import { type CardNode, shareCard } from '../src/publish/share-card.ts';
import { sitemap } from '../src/publish/sitemap.ts';
import { archiveConfigSchema } from '../src/schemas/archive-config.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('content security', () => {
  const page =
    '<html><head><meta charset="utf-8"><style>p{margin:0}</style><script>go()</script></head><body><script src="/a.js"></script><script type="application/ld+json">{"a":1}</script></body></html>';
  const policy = /content="([^"]*)"/.exec(withContentSecurity(page))?.[1] ?? '';

  test('inline scripts and styles are allowed by their hashes, data is not among them', () => {
    expect(policy).toContain(hash('go()'));
    expect(policy).toContain(hash('p{margin:0}'));
    expect(policy).not.toContain(hash('{"a":1}'));
    expect(policy).not.toContain('unsafe-inline');
  });

  test('stands before anything that it governs, and changes nothing else', () => {
    const secured = withContentSecurity(page);
    expect(secured.indexOf('http-equiv')).toBeLessThan(secured.indexOf('<style>'));
    expect(secured.replace(/<meta http-equiv[^>]*>/, '')).toBe(page);
  });
});

describe('sitemap', () => {
  const root = 'https://example.org/archive/';

  test('names addresses once each, in order, escaped', () => {
    const files = sitemap([`${root}b/`, `${root}a/?x=1&y=2`], root);
    expect(Object.keys(files)).toEqual(['sitemap.xml']);
    expect(files['sitemap.xml']?.match(/<loc>[^<]*<\/loc>/g)).toEqual([`<loc>${root}a/?x=1&amp;y=2</loc>`, `<loc>${root}b/</loc>`]);
  });

  test('is divided where one file may not hold it', () => {
    const files = sitemap(
      Array.from({ length: 100_000 }, (_, i) => `${root}${i}/`),
      root,
    );
    expect(Object.keys(files)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
    expect(files['sitemap.xml']).toContain(`<loc>${root}sitemap-3.xml</loc>`);
    const addresses = Object.values(files).join('').match(/<url>/g);
    expect(addresses?.length).toBe(100_000);
  });
});

test('a share card says place, year and figures', () => {
  const words = ({ props: { children } }: CardNode): string[] => (typeof children === 'string' ? [children] : children.flatMap(words));
  const card = shareCard({
    heading: '湖南省长沙市开福区',
    line: '2020年政府工作报告',
    figures: [{ name: '地区生产总值', value: '增长8%' }],
    archive: '文库',
    accent: '#a3281e',
  });
  expect(words(card)).toEqual(['湖南省长沙市开福区', '2020年政府工作报告', '地区生产总值', '增长8%', '文库']);
});

test('breadcrumbs for machines: positions from 1, addresses where there are any', () => {
  const list = breadcrumbList([{ name: '首页', path: '/' }, { name: '长沙市' }], (path) => `https://example.org${path}`);
  expect(list.itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: '首页', item: 'https://example.org/' },
    { '@type': 'ListItem', position: 2, name: '长沙市' },
  ]);
});

describe('archive.config.ts', () => {
  test('fits its schema', () => {
    expect(archiveConfigSchema.safeParse(archive).error?.issues ?? []).toEqual([]);
  });

  test('a wrong colour or scope is named', () => {
    const { error } = archiveConfigSchema.safeParse({ ...archive, scope: '湖南', accent: { light: 'red', dark: '#ffffff' } });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['scope', 'accent.light']);
  });

  test.each([
    ['light', '#faf7f0', archive.accent.light],
    ['dark', '#1b1916', archive.accent.dark],
  ])('the %s accent can be read on its ground', (_, ground, accent) => {
    expect(contrast(ground, accent)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
