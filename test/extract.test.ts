import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extract } from '../src/pipeline/extract.ts';
import { htmlText } from '../src/pipeline/html-text.ts';

const sentence = '全区地区生产总值增长8%，社会消费品零售总额增长10%，固定资产投资增长10%，一般公共预算收入增长12%。';
const body = [
  '各位代表：',
  '现在，我代表区人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。',
  '一、2019年工作回顾',
  sentence.repeat(4),
  '二、2020年工作安排',
  sentence.repeat(4),
];
const read = async (text: string | Uint8Array, path: string) => extract(typeof text === 'string' ? Buffer.from(text) : text, path);

const page = `<!DOCTYPE html><html><head><title>某区政府工作报告_某区人民政府网</title><script>alert(1)</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/xw">新闻</a></li></ul></div>
<div class="main"><h1>2020年某区政府工作报告</h1><div class="session">——2020年1月12日在某区第五届人民代表大会第五次会议上</div>
<div id="zoom" class="content">${body.map((p) => `<p>${p}</p>`).join('\n')}<p>新增“三资”<sup>3</sup>平台，面积80m<sup>2</sup>。</p></div></div>
<div class="related"><a href="/1">相关报道</a></div><div class="footer">版权所有 ICP备1号</div></body></html>`;

describe('extract', () => {
  it('takes the main text of a page, with the title and session above it', async () => {
    const { value, refused } = await read(page, 'seeds/a.html');
    expect(refused).toBe(false);
    expect(value.split('\n')).toEqual([
      '2020年某区政府工作报告',
      '——2020年1月12日在某区第五届人民代表大会第五次会议上',
      ...body,
      '新增“三资”[3]平台，面积80m²。',
    ]);
  });

  it('reads a .txt that is a page as a page, and one with an angle bracket as text', async () => {
    expect((await read(page, 'seeds/a.txt')).value).not.toContain('<p>');
    expect((await read('增长率<5%，各位代表：<script>x</script>', 'seeds/a.txt')).value).toBe('增长率<5%，各位代表：<script>x</script>');
  });

  it('takes the marks out of Markdown and leaves numbers and text', async () => {
    const markdown =
      '---\ntitle: x\n---\n# 2020年某区政府工作报告\n\n## 一、2019年工作回顾\n\n**经济平稳。**增长3~5%，见[1]。\n\n1. 第一\n\\*\n> 引文';
    expect((await read(markdown, 'seeds/a.md')).value).toBe(
      '2020年某区政府工作报告\n\n一、2019年工作回顾\n\n经济平稳。增长3~5%，见[1]。\n\n1. 第一\n*\n引文',
    );
  });

  it('reads a page of a portal: breadcrumbs, widgets, nested editors, tables, notes', async () => {
    const portal = `<html><head><meta charset="gb2312"><title>2020年某区政府工作报告-某区人民政府</title></head><body>
<div class="top"><a href="#">首页</a>&gt;<a href="#">政务公开</a></div>
<table width="100%"><tr><td><div class="title">2020年某区政府工作报告</div><div class="info">发布时间：2020-02-01 <a href="#">【大</a> <a href="#">中</a> <a href="#">小】</a></div>
<div class="TRS_Editor"><div>${body.map((p) => `<p style="text-indent:2em"><span>&nbsp;&nbsp;&nbsp;&nbsp;${p}</span></p>`).join('')}</div>
<table><tr><th>指标</th><th>增长</th></tr><tr><td>地区生产总值</td><td>8%</td></tr></table><p>名词解释<br>1.三资：资源、资产、资金。</p></div></td></tr></table>
<div class="share">分享到：<a href="#">微信</a></div></body></html>`;
    const lines = (await read(portal, 'seeds/a.htm')).value.split('\n');
    for (const line of ['2020年某区政府工作报告', ...body, '地区生产总值 8%', '名词解释', '1.三资：资源、资产、资金。'])
      expect(lines.map((one) => one.replace(/\s+/g, ' '))).toContain(line);
    expect(lines.join()).not.toMatch(/首页|分享到/);
  });

  it('takes paragraphs out of a .docx', async () => {
    const paragraphs = body.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
    const docx = zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
      ),
    });
    expect((await read(docx, 'seeds/a.docx')).value.split('\n')).toEqual(body);
    expect((await read('PK', 'seeds/a.docx')).messages).toMatchObject([
      { rule: 'broken-docx', text: expect.stringContaining('seeds/a.docx') },
    ]);
  });

  it('keeps the footnotes of a Word file with their marks', () => {
    const html =
      '<p>盘活“三资”<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>。</p><ol><li id="footnote-1"><p> 三资：资源、资产、资金。 <a href="#footnote-ref-1">↑</a></p></li></ol>';
    expect(htmlText(html, { main: false })).toBe('盘活“三资”[1]。\n[1] 三资：资源、资产、资金。');
  });

  it('takes the text column of a table, a piece for each row', async () => {
    const rows = ['甲', '乙'].map((name) => `${name}省,2026年${name}省政府工作报告,"${body.join('\n')}"`);
    const { value, pieces } = await read(`province,title,full_text\n${rows.join('\n')}\n`, 'seeds/a.csv');
    expect(pieces.map(({ start, end }) => value.slice(start, end))).toEqual(
      ['甲', '乙'].map((name) => `2026年${name}省政府工作报告\n${body.join('\n')}`),
    );
  });

  it('takes the text field of JSON and JSON Lines', async () => {
    const record = { 标题: '政府工作报告', 正文: body.join('\n') };
    for (const [path, text] of [
      ['a.json', JSON.stringify({ data: [record] })],
      ['a.json', JSON.stringify(record)],
      ['a.jsonl', `${JSON.stringify(record)}\n`],
    ] as const) {
      expect((await read(text, path)).value).toBe(`政府工作报告\n${body.join('\n')}`);
    }
  });

  it('reads a broken table or JSON as text, and refuses one without text', async () => {
    expect(await read('{"正文": "各位代表', 'a.json')).toMatchObject({
      value: '{"正文": "各位代表',
      refused: false,
      messages: [{ rule: 'broken-json' }],
    });
    expect(await read('{"a": 1}', 'a.json')).toMatchObject({ refused: true, messages: [{ rule: 'no-text' }] });
    expect((await read('{"text": "\\ud800各位代表"}', 'a.json')).messages).toMatchObject([{ rule: 'lone-surrogate' }]);
  });
});
