import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertArchive } from '../scripts/lib/archive.ts';
import { readPublished } from '../scripts/lib/published.ts';
import { writeContent } from '../scripts/lib/write-content.ts';
import type { ReportRecord } from '../src/schemas/report.ts';
import { parseMdx, typesOf, wordsOf } from './read-mdx.ts';

const root = mkdtempSync(join(tmpdir(), 'hostile-'));
const seeds = join(root, 'seeds');
const out = join(root, 'content');

const filler =
  '全区地区生产总值增长8%，社会消费品零售总额增长10%，固定资产投资增长9%，一般公共预算收入增长7%，发展质量稳步提升，人民生活持续改善。';
/** A report of 开福区 in `year`, with `words` as paragraphs of its first section. */
const report = (year: number, ...words: string[]) =>
  [
    `${year}年长沙市开福区政府工作报告`,
    `${year}年1月12日在长沙市开福区第五届人民代表大会第五次会议上`,
    '区长 谢伟峰',
    '各位代表：',
    '现在，我代表区人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。',
    `一、${year - 1}年工作回顾`,
    filler.repeat(3),
    ...words,
    `二、${year}年工作安排`,
    filler.repeat(3),
    '谢谢大家！',
  ].join('\n');

const paragraphs = {
  2001: '<script>alert(document.cookie)</script>和平稳定。',
  2002: '{process.exit()}是一段文字。',
  2003: "import x from 'fs'",
  2004: 'export const secret = process.env.HOME',
  2005: '<!-- 一段注释 -->之后的文字，<!-- 没有结尾',
  2006: '[点这里](javascript:alert(1))和![图](http://example.com/x.png)。',
  2007: '&lt;b&gt;加粗&lt;/b&gt;与&amp;以及&#x3c;i&#x3e;。',
  2008: '正常\u202e字倒过来\u202c的文字\u0000和空字符。',
  2009: '<img src=x onerror=alert(1)><iframe src="//evil"></iframe>文字。',
  2010: '---\ntitle: 冒名\n---\n文字。',
  2011: '[^1]: 假的脚注\n| 表 | 格 |\n|---|---|\n~~删~~ `码` **粗** _斜_ 文字。',
};

const write = (path: string, content: string | Uint8Array) => writeFileSync(join(seeds, path), content);

let messages = '';
let records: ReportRecord[] = [];
beforeAll(async () => {
  mkdirSync(seeds);
  for (const [year, words] of Object.entries(paragraphs)) write(`${year}.txt`, report(Number(year), words));
  write(
    'lone.json',
    `{"text": ${JSON.stringify(report(2012)).replace('和', '').replace('稳步', '\\\\ud83d')}}`.replaceAll('\\\\ud83d', '\\ud83d'),
  );
  write('same-1.txt', report(2013, '第一份。'));
  write('same-2.txt', report(2013, '第二份。'));
  write('line.txt', `${report(2014)}\n${'漫长的一行没有句号'.repeat(200_000)}`);
  write('empty.txt', '');
  write('blank.txt', '\uFEFF \n\t\n');
  write('photo.txt', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
  write('broken.docx', 'PK\u0003\u0004 not a zip');
  writeFileSync(join(root, 'outside.txt'), report(2015, '外面的秘密。'));
  symlinkSync(join(root, 'outside.txt'), join(seeds, 'link.txt'));
  symlinkSync(join(root, 'gone.txt'), join(seeds, 'gone.txt'));
  write('manifest.yml', `texts:\n  - path: ../outside.txt\n    sha256: ${'a'.repeat(64)}\n`);
  await writeContent(out, async (writer) => {
    await convertArchive(seeds, readPublished(out), writer);
  });
  messages = readFileSync(join(out, 'messages.txt'), 'utf8');
  records = JSON.parse(readFileSync(join(out, 'reports.json'), 'utf8'));
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const mdx = (year: number) => readFileSync(join(out, `reports/hunan-changsha-kaifu-${year}.mdx`), 'utf8');

describe('a hostile folder', () => {
  it.each(Object.entries(paragraphs))('the words of %s stay text', (year, words) => {
    const tree = parseMdx(mdx(Number(year)));
    const allowed =
      /^(?:root|heading|paragraph|text|strong|emphasis|mdxJsxTextElement (?:b|dfn|span|a|sup)|footnoteDefinition|footnoteReference|link)$/;
    expect([...typesOf(tree)].filter((type) => !allowed.test(type))).toEqual([]);
    const shown = wordsOf(tree);
    const expected = words.replace(/<!--[\s\S]*?-->/g, '').replace(/[\s\0\u202a-\u202e]/g, '');
    expect(shown).toContain(expected.slice(-8));
    expect(JSON.stringify(tree)).not.toMatch(/"url":"(?:javascript|data):/i);
  });

  it('converts everything that can be read', () => {
    const years = records.filter(({ kind }) => kind === 'report').map(({ year }) => year);
    expect([...new Set(years)].sort()).toEqual([...Object.keys(paragraphs).map(Number), 2012, 2013, 2014]);
  });

  it.each([
    ['empty.txt', 'empty-file'],
    ['blank.txt', 'empty-file'],
    ['photo.txt', 'binary-file'],
    ['broken.docx', 'broken-docx'],
    ['link.txt', 'link-outside'],
    ['gone.txt', 'unreadable-file'],
    ['manifest.yml', 'path-outside'],
    ['same-2.txt', 'same-id'],
    ['2008.txt', 'control-character'],
    ['lone.json', 'lone-surrogate'],
  ])('says of %s: %s', (path, rule) => {
    const lines = messages.split('\n').filter((line) => line.startsWith(`${path}:`));
    expect(lines.join('\n')).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}:\\d+:\\d+: ${rule}: .+。.+`, 'm'));
  });

  it('keeps both documents of one id, each under its own', () => {
    const ids = records.filter(({ year }) => year === 2013).map(({ id, seed }) => `${seed.path} ${id}`);
    expect(ids).toEqual(['same-1.txt hunan-changsha-kaifu-2013', 'same-2.txt hunan-changsha-kaifu-2013-2']);
  });

  it('reaches nothing outside, and writes nothing but content/', () => {
    expect(readdirSync(root).sort()).toEqual(['content', 'outside.txt', 'seeds']);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.\w+$/.test(name)))
      expect(readFileSync(join(out, file), 'utf8')).not.toContain('外面的秘密');
  });

  it('writes well-formed UTF-8 that holds what the seeds hold', () => {
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))) {
      const bytes = readFileSync(join(out, file));
      expect(bytes.equals(Buffer.from(bytes.toString('utf8')))).toBe(true);
    }
  });

  it('leaves the old content where a later run fails', async () => {
    write('manifest.yml', `texts:\n  - path: 2001.txt\n    sha256: ${'a'.repeat(64)}\n`);
    const run = writeContent(out, async (writer) => {
      await convertArchive(seeds, new Map(), writer);
    });
    await expect(run).rejects.toThrow(/2001\.txt has SHA-256/);
    expect(JSON.parse(readFileSync(join(out, 'reports.json'), 'utf8'))).toHaveLength(records.length);
    expect(existsSync(join(root, '.content.next'))).toBe(false);
  });
});
