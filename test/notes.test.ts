import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNotes, notes } from '../src/pipeline/notes.ts';
import { findNotesHeading, isNotesHeading, namesNotes } from '../src/pipeline/notes-heading.ts';
import { MappedText } from '../src/text/mapped-text.ts';

const whole = (text: string): MappedText => MappedText.of(text, [{ start: 0, end: text.length }]);
const read = (text: string, body?: string) => notes(whole(text), body === undefined ? {} : { body });
const pairs = (text: string, body?: string): string[] =>
  read(text, body).entries.map(({ n, term, definition }) => `${n}|${term}|${definition}`);

describe('numbers', () => {
  const three = ['1|三资|即资金、资产、资源。', '2|“四上”企业|规模以上工业企业等四类。', '3|绿电|可再生的电力。'];
  it.each([
    ['1.', '1.三资：即资金、资产、资源。\n2.“四上”企业：规模以上工业企业等四类。\n3.绿电：可再生的电力。'],
    ['1、', '　　1、三资：即资金、资产、资源。\n　　2、“四上”企业：规模以上工业企业等四类。\n　　3、绿电：可再生的电力。'],
    ['1．', '1．三资：即资金、资产、资源。\n2．“四上”企业：规模以上工业企业等四类。\n\n3．绿电：可再生的电力。'],
    ['[1]', '[1] 三资：即资金、资产、资源。\n[2] “四上”企业：规模以上工业企业等四类。\n[3] 绿电：可再生的电力。'],
    ['[1].', '[1].三资：即资金、资产、资源。\n[2].“四上”企业：规模以上工业企业等四类。\n[3].绿电：可再生的电力。'],
    ['［1］', '［1］三资：即资金、资产、资源。\n［2］“四上”企业：规模以上工业企业等四类。\n［3］绿电：可再生的电力。'],
    ['①', '①三资：即资金、资产、资源。\n②“四上”企业：规模以上工业企业等四类。\n③绿电：可再生的电力。'],
    ['（1）', '（1）三资：即资金、资产、资源。\n（2）“四上”企业：规模以上工业企业等四类。\n（3）绿电：可再生的电力。'],
    ['(1)', '(1)三资：即资金、资产、资源。(2)“四上”企业：规模以上工业企业等四类。(3)绿电：可再生的电力。'],
    ['1)', '1)三资：即资金、资产、资源。\n2)“四上”企业：规模以上工业企业等四类。\n3)绿电：可再生的电力。'],
    ['注1：', '注1：三资：即资金、资产、资源。\n注2：“四上”企业：规模以上工业企业等四类。\n注3：绿电：可再生的电力。'],
    ['一、', '一、三资：即资金、资产、资源。\n二、“四上”企业：规模以上工业企业等四类。\n三、绿电：可再生的电力。'],
    ['（一）', '（一）三资：即资金、资产、资源。\n（二）“四上”企业：规模以上工业企业等四类。\n（三）绿电：可再生的电力。'],
    ['none', '三资：即资金、资产、资源。\n“四上”企业：规模以上工业企业等四类。\n绿电：可再生的电力。'],
    ['a blank', '1 三资：即资金、资产、资源。\n2 “四上”企业：规模以上工业企业等四类。\n3 绿电：可再生的电力。'],
    ['a lost mark', '1.三资：即资金、资产、资源。\n2“四上”企业：规模以上工业企业等四类。\n3.绿电：可再生的电力。'],
    ['one line', '1、三资:即资金、资产、资源。 2、“四上”企业:规模以上工业企业等四类。 3、绿电:可再生的电力。'],
    ['nothing between', '1.三资:即资金、资产、资源。2.“四上”企业:规模以上工业企业等四类。3.绿电:可再生的电力。'],
    ['one line without numbers', '三资：即资金、资产、资源。“四上”企业：规模以上工业企业等四类。绿电：可再生的电力。'],
    ['cells of a table', '序号\n名词\n1\n三资\n即资金、资产、资源。\n2\n“四上”企业\n规模以上工业企业等四类。\n3\n绿电\n可再生的电力。'],
  ])('%s', (_, text) => {
    expect(pairs(text)).toEqual(three);
  });

  it('keeps numbers of definitions out of the sequence', () => {
    const text =
      '1.入规:即年收入2000万元以上的企业纳入。2.6张清单:即权力清单等6张清单。3.平台:包括1.视频平台、2.算力平台;3.5万个终端。4.占比:达到8.5%以上。5.四到:随叫随到。';
    expect(pairs(text).map((line) => line.split('|').slice(0, 2).join('|'))).toEqual(['1|入规', '2|6张清单', '3|平台', '4|占比', '5|四到']);
  });

  it('keeps circles inside of definitions', () => {
    const text =
      '1.三率：①特控上线率；②本科率；③专科率。\n2.双改：①改水；②改厕。\n3.四史：①党史；②新中国史；③改革开放史；④社会主义发展史。';
    expect(read(text).entries.map(({ term }) => term)).toEqual(['三率', '双改', '四史']);
  });

  it('says where the sequence has a gap or a number twice', () => {
    const gap = read('1.三资：即资金。\n2.绿电：电力。\n4.碧道：道路。');
    expect(gap.entries.map(({ n }) => n)).toEqual([1, 2, 4]);
    expect(gap.messages).toMatchObject([{ rule: 'note-gap', offset: 19, text: '注释编号从2跳到4' }]);
    const twice = read('1.三资：即资金。\n2.绿电：电力。\n2.碧道：道路。\n3.蓝海：市场。');
    expect(twice.entries.map(({ n, printed }) => [n, printed])).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
    ]);
    expect(twice.messages.map(({ rule }) => rule)).toEqual(['note-number', 'note-number']);
  });

  it('counts on where a list begins anew', () => {
    const { entries } = read(
      '一、工作回顾\n1.三资：即资金。\n2.绿电：电力。\n3.碧道：道路。\n二、工作安排\n1.蓝海：市场。\n2.云轨：轨道。',
    );
    expect(entries.map(({ n, term }) => `${n} ${term}`)).toEqual(['1 三资', '2 绿电', '3 碧道', '4 蓝海', '5 云轨']);
  });
});

describe('dividers', () => {
  const body =
    '直属区财政收入增长。推进“揭榜挂帅”，实施“柳枝行动”、安全生产二十条，建设四好农村路，守住三区三线。深化行政执法三项制度，坚持公开。';
  it.each([
    ['是指', '1.巨灾保险是指对巨灾的保险。', '巨灾保险|是指对巨灾的保险。'],
    ['指', '1.多规合一指强化各类规划的衔接，确保一致。', '多规合一|指强化各类规划的衔接，确保一致。'],
    ['a comma and 是指', '1.“双高普九”，是指高水平、高质量普及教育：全面落实。', '“双高普九”|是指高水平、高质量普及教育：全面落实。'],
    ['即', '1.三资即资金、资产、资源。', '三资|即资金、资产、资源。'],
    ['a dash', '1.三资——资金、资产、资源。', '三资|资金、资产、资源。'],
    ['a line break', '1.三资\n资金、资产、资源。', '三资|资金、资产、资源。'],
    ['a colon and a line break', '1.“三资”：\n资金、资产、资源。', '“三资”|资金、资产、资源。'],
    ['a verb, known from the report', '1. 直属区包括中心城区。P2', '直属区|包括中心城区。'],
    ['a second name', '1.揭榜挂帅也被称为科技悬赏制。(P5', '揭榜挂帅|也被称为科技悬赏制。'],
    ['the title of a document', '1. 安全生产二十条《关于安全生产的二十条措施》。P3', '安全生产二十条|《关于安全生产的二十条措施》。'],
    ['nothing', '1. 四好农村路建好、管好、护好、运营好农村公路。(P9', '四好农村路|建好、管好、护好、运营好农村公路。'],
    ['nothing, and the term again', '1. 三区三线三区生态、农业、城镇三类空间。', '三区三线|三区生态、农业、城镇三类空间。'],
    ['a point of view', '1. 柳枝行动从孵化项目的角度，支持项目。', '柳枝行动|从孵化项目的角度，支持项目。'],
    ['a verb of the definition', '1. 行政执法三项制度建立全过程记录制度P25', '行政执法三项制度|建立全过程记录制度'],
    ['a lost quotation mark', '1.电力630”《行动计划》明确投资。', '电力630”|《行动计划》明确投资。'],
    ['quotation marks left over', '1. ”“”“四大领域:即芯片等。', '”“”“四大领域|即芯片等。'],
    ['a colon inside of the term', '1.《自然》（英语：Nature）：指英国的一种杂志。', '《自然》（英语：Nature）|指英国的一种杂志。'],
    ['commas inside of the term', '1.“双对标、指标长”制度:即对标制度。', '“双对标、指标长”制度|即对标制度。'],
    ['a page behind the term', '1.“三资”（第3页）：资金、资产、资源。', '“三资”|资金、资产、资源。'],
    ['a hyphen', '1.TD-LTE：即分时长期演进。', 'TD-LTE|即分时长期演进。'],
  ])('%s', (_, text, expected) => {
    expect(pairs(text, body)).toEqual([`1|${expected}`]);
  });

  it('leaves the term of a mere remark empty and says so', () => {
    const { entries, messages } = read('[1] 2017年，数据均已核实。\n[2] 三种专利：发明等三种。', '达到389亿元[1]。2017年工作回顾');
    expect(entries.map(({ term }) => term)).toEqual(['', '三种专利']);
    expect(messages.map(({ rule }) => rule)).toEqual(['note-term']);
  });
});

describe('ends', () => {
  it('marks the last entry that is cut off', () => {
    const { entries, messages } = read('1.三资:即资金。2.五治:即治水。3.七大工程:即科技引领工程、主体培育工程、开放构筑工');
    expect(entries.map(({ truncated }) => truncated)).toEqual([false, false, true]);
    expect(messages.map(({ rule }) => rule)).toEqual(['note-truncated']);
  });

  it('takes a list without its full stop for whole', () => {
    const { entries } = read('1.三资：即资金。\n2.五治：即治水。\n3.四强区：教育先行区、教育创新区、教育示范区、教育样板区');
    expect(entries.at(-1)?.truncated).toBe(false);
  });

  it('gives back what stands before, between and behind the entries', () => {
    const { entries, rest } = read('（按出现的先后排列）\n1.三资：即资金。\n- 32 -\n2.绿电：电力。\n责任编辑：某某\n相关链接');
    expect(entries.map(({ text }) => text.value)).toEqual(['1.三资：即资金。', '2.绿电：电力。']);
    expect(rest.map(({ value }) => value)).toEqual(['（按出现的先后排列）', '- 32 -', '责任编辑：某某\n相关链接']);
  });

  it('ends before the next attachment in the same line', () => {
    const { entries, rest } = read(
      '1.三资：即资金。2.碧道：道路，见附件3。3.绿电：电力。附件2 民生实事 1.新建学校。2.新增公园。3.改造道路。',
    );
    expect(entries.map(({ text }) => text.value)).toEqual(['1.三资：即资金。', '2.碧道：道路，见附件3。', '3.绿电：电力。']);
    expect(rest.map(({ value }) => value)).toEqual(['附件2 民生实事 1.新建学校。2.新增公园。3.改造道路。']);
  });

  it('keeps a sentence that lines break apart', () => {
    const { entries } = read('1.双向揭榜：企业找技术的“双向\n揭榜\n”，其中企业出题。\n2.绿电：电力。\n3.碧道：道路。');
    expect(entries.map(({ text }) => text.value.length)).toEqual([29, 8, 8]);
  });

  it('says where only the heading stands', () => {
    expect(read('').messages.map(({ rule }) => rule)).toEqual(['notes-empty']);
  });

  it('knows where each entry and term stands in the seed', () => {
    const seed = '正文。名词解释\n1.三资：即资金。\n2.绿电：电力。';
    const { entries } = notes(MappedText.of(seed, [{ start: 7, end: seed.length }]));
    const [first] = entries;
    expect(first && seed.slice(first.text.start, first.text.end)).toBe('1.三资：即资金。');
    expect(first?.text.value.slice(first.termRange.start, first.termRange.end)).toBe('三资');
  });

  it('holds every character once, in order, of any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1.',
        '2、',
        '［3］',
        '④',
        '（5）',
        '：',
        '\n',
        '。',
        '“',
        '”',
        '即',
        '是指',
        '名词',
        '三资',
        'P2',
        '6',
        ' ',
        '附件2',
        '—',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const seed = pieces.join('');
        const { entries, rest } = notes(whole(seed), { body: '推进三资管理。' });
        const parts = [...entries.map(({ text }) => text), ...rest].sort((a, b) => a.start - b.start);
        expect(
          parts
            .map(({ value }) => value)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(seed.replace(/\s/gu, ''));
        expect(new Set(entries.map(({ n }) => n)).size).toBe(entries.length);
      }),
      { numRuns: 500 },
    );
  });

  it('never reads over the break of joined lines', () => {
    const lines = ['1. 直属区包括中心城区。P2', '2. 统筹区：包括园区。P2', '3. 三资', '即：资金。'];
    const breaks = lines.map((_, i) => lines.slice(0, i).join('').length);
    const { entries } = notes(whole(lines.join('')), { breaks, body: '直属区、统筹区增长' });
    expect(entries.map(({ term, definition }) => `${term}|${definition}`)).toEqual([
      '直属区|包括中心城区。',
      '统筹区|包括园区。',
      '三资|即：资金。',
    ]);
  });

  it('takes the breaks of joined lines', () => {
    const { entries } = notes(whole('1.三资即资金、资产、资源'), { breaks: [0, 4] });
    expect(entries[0]).toMatchObject({ term: '三资', definition: '即资金、资产、资源' });
  });
});

describe('attachments without a telling name', () => {
  const body = '直属区增长。推进“揭榜挂帅”，实施“柳枝行动”。新建学校，新增公园，改造道路。';

  it('are notes where the report uses their terms', () => {
    expect(areNotes(read('1. 直属区包括中心城区。\n2. 揭榜挂帅指悬赏。\n3.柳枝行动：支持项目。', body), body)).toBe(true);
  });

  it('are none where they list projects', () => {
    expect(
      areNotes(read('1.新建学校3所。责任单位：教育局\n2.新增公园2个。责任单位：城管局\n3.改造道路4条。责任单位：住建局', body), body),
    ).toBe(false);
  });
});

describe('headings', () => {
  it.each([
    '名词解释',
    '名词解释:',
    '　　名词解释：　',
    '《政府工作报告》名词解释',
    '政府工作报告名词、术语注释',
    '《政府工作报告》有关内容名词注释',
    '2024年政府工作报告名词解释',
    '附件：名词解释',
    '附件2：《政府工作报告》名词解释',
    '附：名词解释',
    '有关名词说明',
    '有关名词解释',
    '注释：',
    '注 释',
    '【名词解释】',
    '（名词解释）',
    '部分名词解释（按出现先后排序）',
    '专业术语解释',
    '《政府工作报告》中有关用语说明',
    '名词解释与说明',
    '三、名词解释',
    '政府工作报告名词解释单',
    '政府工作报告相关指标和名词（术语）解释',
    '《政府工作报告》热词解读',
    '名词解释（按在报告中出现的先后顺序排列）',
    '名词注解',
  ])('%s', (line) => {
    expect(isNotesHeading(line)).toBe(true);
  });

  it.each([
    '1．《政府工作报告》有关名词解释.doc',
    '1．《政府工作报告》名词解释',
    '名词解释见附件',
    '附件：1. 政府工作报告名词、术语注释',
    '请对有关名词作出解释。',
    '注：本表数据为初步核算数',
    '做好解释说明工作',
    '做好名词解释',
    '说明',
    '注',
  ])('not %s', (line) => {
    expect(isNotesHeading(line)).toBe(false);
  });

  it('knows the name of an attachment that stands elsewhere', () => {
    expect(namesNotes('1．《政府工作报告》有关名词解释.doc')).toBe(true);
    expect(namesNotes('附件：1. 政府工作报告名词、术语注释')).toBe(true);
    expect(namesNotes('名词解释')).toBe(false);
    expect(namesNotes('2．民生实事清单.xls')).toBe(false);
  });

  it('finds the heading in a line that runs on', () => {
    const text = '为现代化而努力奋斗! 名词解释: 1、“四上”企业:即规模以上工业企业。';
    expect(findNotesHeading(text)).toEqual({ start: 11, end: 16 });
    const glued = '作出更大贡献!名词解释1.三个中心:即国家智能制造中心。';
    const found = findNotesHeading(glued);
    expect(found && glued.slice(found.start, found.end)).toBe('名词解释');
    expect(findNotesHeading('美丽家园！附件1.名词解释2.实事清单附件1政府工作报告名词、术语注释1、科技贷：贷款。')?.end).toBe(35);
    expect(findNotesHeading('我们做好名词解释工作。1.加强宣传。')).toBeNull();
  });
});
