import { describe, expect, it } from 'vitest';
import { findSession, findSpeaker } from '../src/pipeline/header-fields.ts';
import { findYear } from '../src/pipeline/report-year.ts';
import { findDate } from '../src/text/dates.ts';
import { isPersonName } from '../src/text/person-name.ts';

describe('findDate', () => {
  it.each([
    ['2020年1月12日在长沙市开福区第五届人民代表大会第五次会议上', '2020-01-12'],
    ['——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上', '2026-01-26'],
    ['政府工作报告\n（2020年1月12日）\n', '2020-01-12'],
    ['二〇一六年三月五日在第十二届全国人民代表大会第四次会议上', '2016-03-05'],
    ['一九九八年二月二十一日在市第十届人民代表大会第一次会议上', '1998-02-21'],
    ['二○一二年十二月三十日', '2012-12-30'],
    ['２０１９年１月８日在益阳市第六届人民代表大会第三次会议上', '2019-01-08'],
    ['2018-01-05 在区七届人大三次会议上', '2018-01-05'],
    ['(2019 年 1 月 8 日)', '2019-01-08'],
    ['2024年1月8日\n县长 张三', '2024-01-08'],
  ])('%s', (text, value) => {
    expect(findDate(text)).toMatchObject({ value });
    expect(findDate(text)?.doubt).toBeUndefined();
  });

  it.each([
    ['202315日在长沙市岳麓区第六届\n\n人民代表大会第四次会议上', '2023-01-05'],
    ['20231225日在某区第六届人民代表大会第四次会议上', '2023-12-25'],
    ['2023115日在某区第六届人民代表大会第四次会议上', '2023-01-15'],
  ])('%s, with a doubt', (text, value) => {
    expect(findDate(text)).toMatchObject({ value, doubt: expect.stringContaining('日”少了') });
  });

  it('says where the words stand', () => {
    const text = '政府工作报告\n——2026年1月26日在某省人民代表大会上';
    const date = findDate(text);
    expect(text.slice(date?.start, date?.end)).toBe('2026年1月26日');
  });

  it('prefers the date of the meeting to those of the page', () => {
    expect(findDate('2026年02月10日 07时41分\n来源：某日报\n2026年2月3日在某省第十四届人民代表大会第五次会议上')?.value).toBe('2026-02-03');
  });

  it.each([
    '时间：2026-02-05',
    '本帖最后由 123 于 2021-1-7 14:58 编辑',
    '2006年02月16日　来源：新华社',
    '发布日期：2024-01-09 浏览次数：12',
    '2023年1月',
    '2019年13月45日',
    '2020年1月12个项目开工',
    '各位代表',
  ])('takes %s for no date of a report', (text) => expect(findDate(text)).toBeNull());
});

describe('findSession', () => {
  it.each([
    ['2020年1月12日在长沙市开福区第五届人民代表大会第五次会议上', '长沙市开福区第五届人民代表大会第五次会议'],
    ['——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上', '广东省第十四届人民代表大会第五次会议'],
    ['2003年3月5日在第十届全国人民代表大会第一次会议上', '第十届全国人民代表大会第一次会议'],
    ['在区五届人大五次会议上', '区五届人大五次会议'],
    ['2019年1月8日日照市第十八届人民代表大会第四次会议', '日照市第十八届人民代表大会第四次会议'],
    ['——在于都县第十七届人民代表大会第四次会议上', '于都县第十七届人民代表大会第四次会议'],
    ['2019年1月8日于长沙市第十五届人民代表大会第四次会议', '长沙市第十五届人民代表大会第四次会议'],
    ['向阳区第五届人民代表大会第一次会议', '向阳区第五届人民代表大会第一次会议'],
  ])('%s', (text, value) => {
    const session = findSession(text);
    expect(session?.value).toBe(value);
    expect(text.slice(session?.start, session?.end).replace(/\s/g, '')).toBe(value);
  });
});

describe('findSpeaker', () => {
  it.each([
    ['在某区第五届人民代表大会第五次会议上 谢伟峰 各位代表:', '谢伟峰'],
    ['在某省第十四届人民代表大会第五次会议上\n广东省省长 孟凡利\n各位代表：', '孟凡利'],
    ['在某市第十四届人民代表大会第五次会议上\n市长胡忠雄\n各位代表：', '胡忠雄'],
    ['在某区第六届人民代表大会第四次会议上\n\n何 朝 晖\n\n各位代表:', '何朝晖'],
    ['在某区第六届人民代表大会第四次会议上\n（区长　王　伟）\n各位代表:', '王伟'],
    [
      '在某自治区第十四届人民代表大会第五次会议上\n来源：某日报\n时间：2026-02-12\n自治区人民政府主席 包钢\n自治区人民政府主席包钢作政府工作报告。本报记者 韩卿立 摄\n各位代表：',
      '包钢',
    ],
    ['在第十届全国人民代表大会第一次会议上\n国务院总理　朱镕基\n各位代表', '朱镕基'],
    ['在某自治州第十届人民代表大会第一次会议上\n代州长 艾尔肯·吐尼亚孜\n各位代表', '艾尔肯·吐尼亚孜'],
    ['在某旗第十六届人民代表大会第二次会议上\n旗长 格日勒图\n各位代表', '格日勒图'],
    ['在某县第十八届人民代表大会第一次会议上\n县人民政府代县长 欧阳娜\n各位代表', '欧阳娜'],
  ])('%s', (text, value) => expect(findSpeaker(text)?.value).toBe(value));

  it.each([
    '在某区第六届人民代表大会第四次会议上\n来源：某日报\n关闭\n打印\n分享\n各位代表：',
    '责任编辑：张三\n各位代表：',
    '各位代表：现在，我代表区人民政府',
  ])('%s has none', (text) => expect(findSpeaker(text)).toBeNull());

  it('knows a name from a word', () => {
    expect(['谢伟峰', '欧阳修', '张三', '布小林'].filter((name) => !isPersonName(name))).toEqual([]);
    expect(['关闭', '来源', '某日报', '时间', '打印', '长沙晚报', '全文', '各位代表'].filter(isPersonName)).toEqual([]);
  });
});

describe('findYear', () => {
  const year = (from: Partial<Parameters<typeof findYear>[0]>) => findYear({ title: null, date: null, headings: [], body: '', ...from });

  it('is that of the plan, whatever the title says', () => {
    expect(year({ title: '2022年政府工作报告', date: '2023-01-05', headings: ['一、2022年工作回顾', '二、2023年工作重点'] })).toEqual({
      value: 2023,
      inferred: false,
      doubt: '标题写 2022 年，正文所述是 2023 年，按正文记',
    });
  });
  it.each([
    ['the heading of the plan', { headings: ['一、2013年工作回顾', '二、2014年工作思路和重点'] }, 2014],
    ['a plan of years beside that of one', { headings: ['一、2021年以来工作回顾', '二、2026年奋斗目标', '三、2022年主要工作'] }, 2022],
    ['the heading of the review', { headings: ['“十四五”时期发展成就和2025年工作回顾', '三、全力抓好七项重点工作'] }, 2026],
    ['the date', { date: '2003-03-05', headings: ['一、过去五年政府工作的回顾', '二、对今年政府工作的建议'] }, 2003],
    [
      'a plan delivered at the end of the year before',
      { date: '2025-12-26', headings: ['一、2025年工作回顾', '二、2026年工作安排'] },
      2026,
    ],
    ['a new-term report of autumn', { date: '2016-10-12', headings: ['一、过去五年工作回顾', '二、未来五年总体思路'] }, 2016],
    ['the title alone', { title: '2018年某区政府工作报告' }, 2018],
  ])('%s', (_, from, value) => expect(year(from)).toMatchObject({ value, inferred: false }));

  it('of a new-term report without a year is that of the latest thing told, not of its aims', () => {
    const body =
      '预计到2016年底，本区生产总值超过2000亿元，2016年分别达到29.4%。到2021年，力争翻一番，2030年可持续发展，2020-2022年为试点。';
    expect(year({ headings: ['一、过去五年工作回顾'], body })).toMatchObject({
      value: 2016,
      inferred: true,
      doubt: expect.stringContaining('推定'),
    });
  });
  it('is null where nothing tells', () => expect(year({})).toBeNull());
});
