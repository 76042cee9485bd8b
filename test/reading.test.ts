import { describe, expect, it } from 'vitest';
import {
  addedToTitle,
  citationData,
  completenessWords,
  dateWords,
  documentName,
  doubtAbout,
  readingMinutes,
} from '../src/data/document-words.ts';
import { headingWords, parentSection, sectionList } from '../src/data/section-list.ts';
import { passage } from '../src/data/url.ts';
import { gbt7714, placeWords, plainCitation } from '../src/reading/citation.ts';
import { titleWords } from '../src/text/title-words.ts';
import { regions, report } from './small-archive.ts';

const range = { start: 0, end: 1 };
const heading = (id: string, depth: number, num: string, title: string) => ({ id, depth, num, title, runIn: false, ...range });

describe('citations', () => {
  const source = {
    author: '谢伟峰',
    name: '湖南省长沙市开福区2020年政府工作报告',
    date: '2020-01-12',
    added: '',
    sections: ['一、2019年工作回顾'],
    place: '第3段',
    url: 'https://example.org/hunan/changsha/kaifu/2020/#s1-p3',
    accessed: '2026-11-22',
    isReport: true,
  };

  it('follows GB/T 7714', () => {
    expect(gbt7714(source)).toBe(
      '谢伟峰. 湖南省长沙市开福区2020年政府工作报告: 一、2019年工作回顾, 第3段[R/OL]. (2020-01-12)[2026-11-22]. https://example.org/hunan/changsha/kaifu/2020/#s1-p3',
    );
  });

  it('leaves out what nobody knows', () => {
    expect(gbt7714({ ...source, author: '', date: '', sections: [], place: '', isReport: false })).toBe(
      '湖南省长沙市开福区2020年政府工作报告[EB/OL]. [2026-11-22]. https://example.org/hunan/changsha/kaifu/2020/#s1-p3',
    );
  });

  it('puts what the archive adds into brackets, and commas between the levels', () => {
    const added = { ...source, author: '', name: '政府工作报告', added: '湖南省长沙市芙蓉区,片段', sections: ['一、成绩', '(一)工业'] };
    expect(gbt7714(added)).toMatch(/^政府工作报告\[湖南省长沙市芙蓉区,片段\]: 一、成绩, \(一\)工业, 第3段\[R\/OL\]/);
    expect(plainCitation(added)).toMatch(/^《政府工作报告》\[湖南省长沙市芙蓉区,片段\]，“一、成绩，\(一\)工业”第3段，/);
  });

  it('changes the form of marks that stand inside of the same marks', () => {
    const quoted = { ...source, name: '《规划》解读', sections: ['三、工作', '聚焦“三大攻坚战”,筑牢底线'] };
    expect(plainCitation(quoted)).toMatch(/^谢伟峰：《〈规划〉解读》，“三、工作，聚焦‘三大攻坚战’,筑牢底线”第3段，/);
    expect(gbt7714(quoted)).toContain('《规划》解读: 三、工作, 聚焦“三大攻坚战”,筑牢底线, 第3段[R/OL]');
  });

  it('claims no author where the place is inferred', () => {
    const record = report(regions.kaifu, 2020, { title: '政府工作报告', speaker: null, inferred: ['region'], completeness: 'truncated' });
    expect(citationData(record)).toMatchObject({ 'data-author': '', 'data-name': '政府工作报告' });
    expect(addedToTitle(record)).toBe('湖南省长沙市开福区,2020年,残缺');
    expect(addedToTitle({ ...record, title: '2020年开福区政府工作报告', completeness: 'complete' })).toBe('');
    expect(citationData({ ...record, inferred: [] })).toMatchObject({ 'data-author': '湖南省长沙市开福区人民政府' });
  });

  it('reads plainly', () => {
    expect(plainCitation(source)).toBe(
      '谢伟峰：《湖南省长沙市开福区2020年政府工作报告》，“一、2019年工作回顾”第3段，2020年1月12日，https://example.org/hunan/changsha/kaifu/2020/#s1-p3',
    );
  });

  it.each([
    ['s2-8-p3', '第3段'],
    ['p2', '第2段'],
    ['note-12', '第12条'],
    ['s2-8', ''],
  ])('names the place %s', (anchor, words) => {
    expect(placeWords(anchor)).toBe(words);
  });
});

describe('sections with a page of their own', () => {
  const record = report(regions.kaifu, 2020, {
    outline: [
      heading('s1', 1, '一', '2019年工作回顾'),
      heading('s1-1', 2, '(一)', '聚焦三大攻坚战'),
      heading('s1-1-p1', 3, '', '防控风险扎实有效'),
      heading('s1-2', 2, '(二)', '聚焦产业项目'),
      heading('s2', 1, '二', '2020年工作安排'),
      heading('notes', 1, '', '名词解释'),
      heading('a1', 1, '', '附件1'),
    ],
    blocks: [{ id: 'a1', part: 'notes', ...range }],
  });

  it('are those of the second level, and those of the first without any below, but no list of notes', () => {
    expect(sectionList(record).map(({ id }) => id)).toEqual(['s1-1', 's1-2', 's2']);
  });

  it('know the section above them', () => {
    expect(parentSection(record, 's1-2')?.id).toBe('s1');
    expect(parentSection(record, 's2')).toBeUndefined();
  });

  it.each([
    ['一', '2019年工作回顾', '一、2019年工作回顾'],
    ['(八)', '奋力改善民生', '(八)奋力改善民生'],
    ['第一部分', '工作回顾', '第一部分 工作回顾'],
    ['附件2', '民生实事', '附件2 民生实事'],
    ['', '产业实力不断壮大', '产业实力不断壮大'],
  ])('are named as printed: %s %s', (num, title, words) => {
    expect(headingWords({ num, title })).toBe(words);
  });
});

describe('the words of a title', () => {
  it.each([
    ['2020年长沙市开福区政府工作报告', '2020年|长沙市|开福区|政府|工作|报告'],
    ['(一)聚焦三大攻坚战,守住发展底线', '(一)|聚焦|三大|攻坚战,|守住|发展|底线'],
    ['聚焦“三大攻坚战”,筑牢底线', '聚焦|“三大|攻坚战”,|筑牢|底线'],
  ])('keep their marks, numbers and names: %s', (title, words) => {
    const found = titleWords(title, ['开福区', '长沙市']);
    expect(found.join('')).toBe(title);
    expect(found.filter((word) => /^[,，。”)]|[“(]$/u.test(word))).toEqual([]);
    expect(found.join('|')).toBe(words);
  });
});

describe('words for readers', () => {
  it('name a report by its place and the year that it plans for, an article by its title', () => {
    expect(documentName(report(regions.kaifu, 2020))).toBe('湖南省长沙市开福区2020年政府工作报告');
    expect(documentName(report(regions.kaifu, 2020, { kind: 'article', title: '【株洲招商】' }))).toBe('【株洲招商】');
  });

  it('say dates, length and completeness', () => {
    expect([dateWords('2020-01-02'), readingMinutes(18_432), readingMinutes(10), completenessWords.complete]).toEqual([
      '2020年1月2日',
      46,
      1,
      '全文',
    ]);
  });

  it('tell a date that is printed, but not whole, from one that is inferred', () => {
    const doubt = { line: 3, column: 1, text: '“202315日”少了“年”或“月”', action: '请核对' };
    const inferred = report(regions.yuelu, 2023, { inferred: ['deliveredOn', 'region'] });
    const damaged = { ...inferred, messages: [{ rule: 'doubtful-date', ...doubt }] };
    expect([doubtAbout(inferred, 'deliveredOn'), doubtAbout(damaged, 'deliveredOn')]).toEqual(['推断', '来源印得不全']);
    expect([doubtAbout(damaged, 'region'), doubtAbout(damaged, 'speaker')]).toEqual(['推断', '']);
  });

  it('escape what has a meaning in a text fragment, and nothing else', () => {
    expect(passage('s1-p1', '增长6%-8%,总量')).toBe('#s1-p1:~:text=增长6%25%2D8%25%2C总量');
    expect(passage('s1-p1', '增长8%', '预期目标是:')).toBe('#s1-p1:~:text=预期目标是:-,增长8%25');
  });

  it('name the ends of a long passage only, at whole words', () => {
    const long = '坚持以新发展理念为指导'.repeat(8);
    expect(passage('p1', long)).toMatch(/^#p1:~:text=[^,]{16,24},[^,]{16,24}$/u);
  });
});
