import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasAsciiPunctuation, linkOutside, notesOf, plainText, sliceSection, splitHeader } from '../src/data/document-html.ts';
import { rehypeStatic } from '../src/integrations/rehype-static.ts';
import { remarkDocument } from '../src/integrations/remark-document.ts';

const folder = join(import.meta.dirname, 'fixtures/render');
const source = readFileSync(join(folder, 'reports/hunan-changsha-kaifu-2020.mdx'), 'utf8');

/** The HTML that a page gets for a text of the content collection. */
async function renderMdx(mdx: string): Promise<string> {
  const [, front = '', body = ''] = mdx.split(/^---\n/m);
  const processor = unified({ gfm: true, smartypants: false, remarkPlugins: [remarkDocument], rehypePlugins: [rehypeStatic] });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: new URL('file:///'), sourcemap: false },
  );
  const { code = '' } = (await renderer?.process(body, 'kaifu.mdx', parse(front))) ?? {};
  return JSON.parse(/"set:html": ("(?:[^"\\]|\\.)*")/.exec(code)?.[1] ?? '""');
}

describe('a text of the content collection', () => {
  let html = '';
  let document: Document;

  beforeAll(async () => {
    process.env.CONTENT = folder;
    process.env.SEEDS = join(folder, 'seeds');
    html = await renderMdx(source);
    ({ document } = parseHTML(`<html><body>${html}</body></html>`));
  });

  it('keeps every character in its order, and adds none that is not editorial', () => {
    const read = parseHTML(`<html><body>${html}</body></html>`).document;
    for (const node of read.querySelectorAll('[data-editorial]')) node.remove();
    expect(read.body.textContent?.replace(/\s/g, '')).toBe(
      '2020年长沙市开福区政府工作报告2020年1月12日谢伟峰各位代表:一、2019年工作回顾全区地区生产总值增长3~5%,占比6~8%,清理“三资”。' +
        '(一)聚焦三大攻坚战,守住发展底线。防控风险扎实有效。再清理“三资”,编制“一图四库”[2]。——全面落实河长制湖长制。创新活力增强。*' +
        '名词解释1、三资:即资源、资产、资金。2、一图四库:见正文。附件1民生实事完成情况加装电梯30台36台120%改造危房12户12户100%',
    );
  });

  it('gives every block the anchor that the frontmatter states, and nests the sections', () => {
    const ids = [...document.querySelectorAll('[id]')].map((node) => node.id).filter((id) => id !== 's1-9-p1');
    expect(ids).toEqual(parse(source.split(/^---\n/m)[1] ?? '').blocks.map((block: string) => block.split(' ')[0]));
    expect(document.querySelector('section#s1 > section#s1-1 > h3')?.textContent).toBe('(一)聚焦三大攻坚战,守住发展底线。');
    expect(document.querySelector('#s1-1-p2')?.className).toBe('item');
    expect(document.querySelectorAll('#a1 > .rows > .row')).toHaveLength(2);
  });

  it('puts the lines above the text into a header, and breaks the title between words only', () => {
    const { header, body } = splitHeader(html);
    expect(header).toContain('<h1 id="title">2020年<wbr>长沙市<wbr>开福区<wbr>');
    expect(body.startsWith('<p id="p1">')).toBe(true);
  });

  it('hides the full stop of a run-in heading from the eye only', () => {
    expect(html).toContain('守住发展底线<span class="vh">。</span></h3>');
  });

  it('merges a term with its reference, and leads back from the note to each place', () => {
    expect(html).toContain('<a href="#note-1" class="term" data-n="1">“三资”</a>。');
    expect(html).toContain('<a href="#note-2" class="mark">[2]</a>');
    expect([...document.querySelectorAll('#note-1 .back a')].map((link) => link.getAttribute('href'))).toEqual(['#s1-p1', '#s1-1-p1']);
  });

  it('keeps old anchors at the place that holds their text now', () => {
    expect(document.querySelector('#s1-1-p1 > #s1-9-p1')?.getAttribute('data-editorial')).toBe('');
  });

  it('shows both readings of a correction', () => {
    expect(html).toContain('全面落实<del>河长制湖长制</del><ins data-editorial title="更正：据公报（编者，2026-01-02）">河湖长制</ins>。');
  });

  it('joins a paragraph again that MDX took apart because it is nothing but elements', () => {
    expect(html).toMatch(/<p id="s1-1-p3"><b>创新活力增强。<\/b><span data-lacuna title="[^"]+">\*<\/span><\/p>/);
  });

  it('says what to do where anchors and blocks differ in number', async () => {
    await expect(renderMdx(source.replace('  - a1-p3 row\n', ''))).rejects.toThrow(
      /16 anchors in `blocks` but 17 blocks.*npm run convert/s,
    );
  });

  it('cuts out a section with its notes, and leads out of it to the whole text', () => {
    const section = sliceSection(html, 's1-1') ?? '';
    expect(section.startsWith('<section id="s1-1">') && section.endsWith('</section>')).toBe(true);
    expect(plainText(section)).not.toContain('名词解释');
    const notes = notesOf(section, html);
    expect(plainText(notes)).toBe('1、三资:即资源、资产、资金。2、一图四库:见正文。');
    const linked = linkOutside(section + notes, '/hunan/changsha/kaifu/2020/');
    expect(linked).toContain('href="/hunan/changsha/kaifu/2020/#s1-p1"');
    expect(linked).toContain('href="#s1-1-p1"');
    expect(sliceSection(html, 's7')).toBeNull();
  });
});

describe('the cells of a lost table', () => {
  const cells = [
    '序号',
    '10件民生实事项目',
    '完成情况',
    '1',
    '新增学位1.5万个',
    '2.8万个',
    '187%',
    '2',
    '建成配电网项目',
    '38个、',
    '472个',
    '108%102%',
  ];
  /** The record of this id in the fixture has read them. */
  const render = async (words: readonly string[]) => {
    const anchors = words.map((_, i) => `  - a1-p${i + 1} row\n`).join('');
    const front = `id: hunan-changsha-yuelu-2023\nblocks:\n  - a1\n${anchors}`;
    const html = await renderMdx(`---\n${front}---\n\n## 附件1\n\n${words.join('\n\n')}\n`);
    return parseHTML(`<html><body>${html}</body></html>`).document;
  };
  const textsOf = (elements: Iterable<Element>) => [...elements].map((element) => element.textContent?.replace(/\s/g, ''));

  it('are rows of named columns again, where the record has read them', async () => {
    const document = await render([...cells, '(注:以上为2022年数据)']);
    expect(textsOf(document.querySelectorAll('th'))).toEqual(['序号', '10件民生实事项目', '完成情况', '完成率']);
    expect(textsOf(document.querySelectorAll('th[data-editorial]'))).toEqual(['完成率']);
    expect([...document.querySelectorAll('tbody tr')].map((row) => textsOf(row.querySelectorAll('td')))).toEqual([
      ['1', '新增学位1.5万个', '2.8万个', '187%'],
      ['2', '建成配电网项目', '38个、472个', '108%、102%'],
    ]);
    expect(document.querySelector('table + p')?.textContent).toBe('(注:以上为2022年数据)');
  });

  it('keep every character, in its order and under its anchor', async () => {
    const document = await render(cells);
    expect([...document.querySelectorAll('p[id]')].map(({ id }) => id)).toEqual(cells.map((_, i) => `a1-p${i + 1}`));
    for (const added of document.querySelectorAll('[data-editorial]')) added.remove();
    expect(document.body.textContent?.replace(/\s/g, '')).toBe(`附件1${cells.join('')}`);
  });

  it('stay loose where they do not agree with the record', async () => {
    const document = await render(cells.map((cell) => (cell === '38个、' ? '39个、' : cell)));
    expect(document.querySelector('table')).toBeNull();
    expect(document.querySelectorAll('.rows > p')).toHaveLength(cells.length);
  });
});

describe('the punctuation of a text', () => {
  it.each([
    ['half-width where most of it is', '<p>稳增长,促改革;调结构。</p><p>一是：创新</p>', true],
    ['full-width where most of it is', '<p>稳增长，促改革；调结构,惠民生</p>', false],
    ['full-width where there is as much of both', '<p>稳增长,促改革，调结构</p>', false],
    ['full-width where there is none', '<p>各位代表</p>', false],
  ])('is %s', (_, html, expected) => expect(hasAsciiPunctuation(html)).toBe(expected));

  it('is not counted in numbers, in addresses, and in what the archive added', () => {
    expect(hasAsciiPunctuation('<p>1,204户,3,500人：其中2,000人，余下</p>')).toBe(false);
    expect(hasAsciiPunctuation('<p id="a"><a href="?a;b;c;d,e" title="a,b,c">稳增长</a>，<span data-editorial>a,b,c,d</span></p>')).toBe(
      false,
    );
  });
});
