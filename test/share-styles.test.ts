import { expect, it } from 'vitest';
import { linked, sharesStyles } from '../src/integrations/share-styles.ts';

it('takes long styles out once, and leaves short ones in the page', () => {
  const css = `.a{color:red}${'.b{margin:0}'.repeat(60)}`;
  const page = (word: string) => `<head><style>:root{--accent:red}</style><style>${css}</style></head><p>${word}</p>`;
  const sheets = new Map<string, string>();
  const first = linked(page('甲'), '/archive/', sheets);
  const second = linked(page('乙'), '/archive/', sheets);
  expect([...sheets.values()]).toEqual([css]);
  const [name] = [...sheets.keys()];
  expect(first).toBe(`<head><style>:root{--accent:red}</style><link rel="stylesheet" href="/archive/assets/${name}"></head><p>甲</p>`);
  expect(second).toContain(`/archive/assets/${name}`);
});

it('shares styles among terms and sections, and leaves them in reports, indicators, regions and articles', () => {
  const pages = [
    'glossary/',
    'glossary/hai-mian-cheng-shi/',
    'hunan/changsha/kaifu/2020/s2-8/',
    'hunan/changsha/kaifu/2021-2/a1/',
    'hunan/changsha/kaifu/2020/',
    'hunan/changsha/',
    'articles/2025-07-09-s2/',
    '',
  ];
  expect(pages.filter(sharesStyles)).toEqual(pages.slice(0, 4));
});
