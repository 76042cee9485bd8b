import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { buildRecords, type IndexBlock } from '../src/search/build-records.ts';
import { excerpt } from '../src/search/excerpt.ts';
import { gatherScopes, type MatchedRecord } from '../src/search/gather.ts';
import { matchRecord } from '../src/search/match-record.ts';
import type { RecordRef } from '../src/search/open-archive.ts';
import { openRecord } from '../src/search/open-record.ts';
import { parseQuery } from '../src/search/parse-query.ts';
import type { RecordText } from '../src/search/published.ts';
import { scorePassage } from '../src/search/rank.ts';
import { readArticle } from '../src/search/read-article.ts';

const text: RecordText = {
  sections: [
    ['s1', '一、回顾', -1],
    ['s1-1', '(一)教育', 0],
    ['s1-2', '(二)交通', 0],
  ],
  blocks: [
    [1, 's1-1', '(一)教育'],
    [1, 's1-1-p1', '新增学位5856个,改扩建学校12所。'],
    [1, 's1-1-p2', '新开幼儿园9所。'],
    [2, 's1-2', '(二)交通'],
    [2, 's1-2-p1', '新增停车位18.5%,地铁'],
    [2, 's1-2-p2', '建设加快。'],
  ],
  next: ['二、安排', -1],
};
const ref = {} as unknown as RecordRef;
const scopesOf = (query: string) => {
  const record = openRecord(text);
  const words = parseQuery(query);
  const matched: MatchedRecord[] = [{ ref, record, match: matchRecord(record, words) }];
  return gatherScopes(matched, new Set(words.keys()));
};
const found = (query: string): string[] => scopesOf(query).map((scope) => `${scope.kind} ${scope.anchor}`);

describe('the smallest place that has every word', () => {
  test.each([
    ['a passage', '学位 学校', ['passage s1-1-p1']],
    ['every passage', '新增', ['passage s1-1-p1', 'passage s1-2-p1']],
    ['a section over which they are scattered', '学位 幼儿园', ['section s1-1']],
    ['the section around both', '学位 停车位', ['section s1']],
    ['a piece of a number', '856个', ['passage s1-1-p1']],
    ['a phrase across the border of paragraphs', '地铁建设', ['section s1-2']],
    ['a phrase that goes on in the next record', '加快。二、安排', ['document ']],
    ['nothing where a word is missing', '学位 机场', []],
  ])('%s', (_, query, places) => {
    expect(found(query)).toEqual(places);
  });
});

describe('what is shown of a passage', () => {
  const shown = (query: string): string =>
    excerpt(scopesOf(query)[0]?.pieces[0] ?? { record: openRecord(text), block: openRecord(text).blocks[0]!, spans: [] });

  test('whole words are marked, neighbours as one', () => {
    expect(shown('学位5856')).toBe('新增<mark>学位5856</mark>个,改扩建学校12所。');
    expect(shown('新增 学位')).toBe('<mark>新增学位</mark>5856个,改扩建学校12所。');
  });

  test('the text is escaped, and a long one cut around every word', () => {
    const long = `开头<b>${'很'.repeat(200)}学位${'长'.repeat(200)}电梯${'远'.repeat(100)}`;
    const record = openRecord({ sections: [], blocks: [[-1, 'p1', long]], next: ['', -1] });
    const [block] = matchRecord(record, parseQuery('学位 电梯 开头')).blocks;
    const html = block ? excerpt(block) : '';
    expect(html).toMatch(/^<mark>开头<\/mark>&#60;b&#62;很+….*<mark>学位<\/mark>.*….*<mark>电梯<\/mark>.*…$/u);
    expect(html.length).toBeLessThan(400);
  });
});

type Body = [text: string, anchor?: string, isHeading?: boolean];

describe('the order of passages', () => {
  const score = (query: string, [body, anchor = 's1-p1', isHeading = false]: Body): number => {
    const record = openRecord({ sections: [], blocks: [[-1, anchor, body]], next: ['', -1] });
    const words = parseQuery(query);
    const [block] = matchRecord(record, words).blocks;
    return block ? scorePassage(block, words.length, isHeading) : 0;
  };
  const filler = '我们认真落实各项工作部署,';

  test.each([
    ['a heading before text', '营商环境', ['(三)优化营商环境', 's1-3', true], [`${filler}优化营商环境。`]],
    ['a definition before a mention', '三资', ['3、三资:即资源、资产、资金。', 'note-3'], [`${filler}盘活三资。`]],
    ['the term of a definition before its words', '资产', ['3、资产:即财产。', 'note-3'], ['3、三资:即资源、资产、资金。', 'note-3']],
    ['words side by side before scattered ones', '加装 电梯', [`${filler}加装电梯。`], [`加装${filler}${filler}电梯`]],
    ['a whole number before a piece of one', '8.5%', [`${filler}增长8.5%。`], [`${filler}增长18.5%。`]],
    ['what is quoted before what is not', '三资', [`${filler}“三资”。`], [`${filler}由三资来。`]],
  ] as [string, string, Body, Body][])('%s', (_, query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse));
  });
});

describe('records', () => {
  const block = (anchor: string, path: string[], length: number, part: IndexBlock['part'] = 'review'): IndexBlock => ({
    anchor,
    path,
    part,
    text: '字'.repeat(length),
    strong: 0,
  });
  const anchorsOf = (blocks: IndexBlock[]): string[][] =>
    buildRecords({ blocks, headings: new Map() }).map((record) =>
      'blocks' in record.text ? record.text.blocks.map(([, anchor]) => anchor) : [],
    );

  test('small sections share one, a long one is cut in even pieces, two parts never meet', () => {
    expect(anchorsOf([block('s1-p1', ['s1'], 300), block('s2-p1', ['s2'], 300)])).toEqual([['s1-p1', 's2-p1']]);
    expect(anchorsOf([block('s1-p1', ['s1'], 300), block('s2-p1', ['s2'], 300, 'plan')])).toEqual([['s1-p1'], ['s2-p1']]);
    const long = [1, 2, 3, 4].map((n) => block(`s1-p${n}`, ['s1'], 400));
    expect(anchorsOf(long)).toEqual([
      ['s1-p1', 's1-p2'],
      ['s1-p3', 's1-p4'],
    ]);
  });

  test('a record knows the sections around its blocks, and how the text goes on', () => {
    const [first] = buildRecords({
      blocks: [block('s1-2-p1', ['s1', 's1-2'], 900), { ...block('s1-3-p1', ['s1', 's1-3'], 900), text: '接着说'.repeat(300) }],
      headings: new Map([['s1-2', '(二)']]),
    });
    expect(first?.text).toMatchObject({
      sections: [
        ['s1', '', -1],
        ['s1-2', '(二)', 0],
      ],
      next: ['接着说接着说接着说接着说接着说接', 0],
    });
    expect(first?.weak).toContain('字接');
  });
});

test('the text of a page by its anchors, without what the archive added', () => {
  const html = `<article data-document="x"><header><h1 id="title">标题</h1></header>
    <section id="s1"><h2>一、回顾<span data-editorial> ¶</span></h2><p id="s1-p1">推进<a href="#note-1">“三<b>资”</b></a><sup data-editorial>1</sup>
    盘活</p><table data-editorial><tr><td>增长8%</td></tr></table><section id="s1-1"><h3 id="other">(一)</h3></section></section></article>`;
  const article = parseHTML(html).document.querySelector('article');
  if (!article) throw new Error('no article');
  expect(readArticle(article, new Set(['title', 's1', 's1-p1', 's1-1']))).toEqual([
    { id: 'title', path: [], text: '标题' },
    { id: 's1', path: ['s1'], text: '一、回顾' },
    { id: 's1-p1', path: ['s1'], text: '推进“三资” 盘活' },
    { id: 's1-1', path: ['s1', 's1-1'], text: '(一)' },
  ]);
});
