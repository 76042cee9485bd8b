import { expect, test } from 'vitest';
import { projects } from '../src/pipeline/projects.ts';
import { dictionary, figureDocument, type Line } from './figure-document.ts';

const heading = (title: string): Line => ({ part: 'attachment', type: 'heading', text: `附件2 ${title}`, title });
const row = (text: string): Line => ({ part: 'attachment', type: 'row', text });
const item = (text: string): Line => ({ part: 'attachment', type: 'item', text });
const read = (...lines: Line[]) => projects(figureDocument(lines), dictionary);

test('the cells of a results table', () => {
  const cells = [
    '序号',
    '项目',
    '完成情况',
    '完成率',
    '1',
    '新增学位1.5万个',
    '2.8万个',
    '187%',
    '2',
    '建成项目35个、配网460个。',
    '38个、472',
    '108%102%',
    '3',
    '获奖项目',
    '获奖',
    '(建议名单)',
    '100%',
    '(注：口径不变)',
  ];
  expect(read(heading('2019年3件民生实事完成情况'), ...cells.map(row))).toEqual([
    {
      list: '2019年3件民生实事完成情况',
      n: 1,
      text: '新增学位1.5万个',
      target: '1.5万个',
      result: '2.8万个',
      completion: '187%',
      anchor: 'p7',
    },
    {
      list: '2019年3件民生实事完成情况',
      n: 2,
      text: '建成项目35个、配网460个。',
      target: '35个、460个',
      result: '38个、472',
      completion: '108%102%',
      anchor: 'p11',
    },
    {
      list: '2019年3件民生实事完成情况',
      n: 3,
      text: '获奖项目',
      target: null,
      result: '获奖 (建议名单)',
      completion: '100%',
      anchor: 'p15',
    },
  ]);
});

test('a table of promises: number and text', () => {
  const found = read(heading('2020年民生实事'), ...['序号', '1', '新建养老设施16家。', '2', '新改建食堂20个以上'].map(row));
  expect(found.map(({ n, target, result }) => [n, target, result])).toEqual([
    [1, '16家', null],
    [2, '20个以上', null],
  ]);
});

test('numbered items, one of them lost', () => {
  const found = read(
    heading('2020年民生实事'),
    item('1.新增幼儿园15所。'),
    item('2.发放补贴。'),
    item('4.2020年春季开工3所。'),
    item('别的话。'),
  );
  expect(found.map(({ n, text, anchor }) => [n, text, anchor])).toEqual([
    [1, '新增幼儿园15所。', 'p2'],
    [2, '发放补贴。', 'p3'],
    [4, '2020年春季开工3所。', 'p4'],
  ]);
});

test('一是…二是… in the paragraph below a heading', () => {
  const lines: Line[] = [
    { part: 'plan', type: 'heading', text: '(八)办好三件民生实事', title: '办好三件民生实事' },
    { part: 'plan', text: '今年集中办好：一是新建公园3座；二是改造小区5个；三是完成招生。' },
  ];
  expect(read(...lines).map(({ n, text, target }) => [n, text, target])).toEqual([
    [1, '新建公园3座', '3座'],
    [2, '改造小区5个', '5个'],
    [3, '完成招生。', null],
  ]);
});

test('a section that only speaks of them is no list', () => {
  expect(read({ type: 'heading', text: '三、用心办好民生实事', title: '用心办好民生实事' }, { text: '民生实事全面完成。' })).toEqual([]);
});

test('a list that its paragraph announces ends with its last entry', () => {
  const text = '重点办好3件民生实事：一是扩面提质“15分钟生活圈”130个。二是新增学位3万个。三是建设站点35个。同时，全面完成其他任务50项。';
  const found = projects(figureDocument([{ part: 'plan', text }]), dictionary);
  expect(found.map(({ list, n, text, target }) => [list, n, text, target])).toEqual([
    ['3件民生实事', 1, '扩面提质“15分钟生活圈”130个', '130个'],
    ['3件民生实事', 2, '新增学位3万个', '3万个'],
    ['3件民生实事', 3, '建设站点35个。', '35个'],
  ]);
});

test('entries in one paragraph, who is responsible, which things are counted, figures below a heading', () => {
  const list = heading('2020年民生实事');
  const run = projects(figureDocument([list, '1.新增学位200个；2.引进100万元以上项目29个；3.改造公厕4座。']), dictionary);
  expect(run.map(({ target }) => target)).toEqual(['200个', '29个', '4座']);
  const lines = projects(
    figureDocument([list, '1.新增学位200个。牵头单位：教育局', '2.提高救助水平。', '标准提高到80%以上。', '3.改造公厕4座。']),
    dictionary,
  );
  expect(lines.map(({ text, target }) => [text, target])).toEqual([
    ['新增学位200个。', '200个'],
    ['提高救助水平。', '80%以上'],
    ['改造公厕4座。', '4座'],
  ]);
});
