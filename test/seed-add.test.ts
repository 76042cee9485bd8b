import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadManifest } from '../scripts/lib/seeds.ts';
import { manifestSchema } from '../src/schemas/manifest.ts';

let root: string;
let seeds: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seed-add-'));
  seeds = join(root, 'seeds');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const text = `2022年政府工作报告
202315日在长沙市岳麓区第六届人民代表大会第四次会议上
何 朝 晖
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、2022年工作回顾
${'全区经济稳中有进，地区生产总值增长5%，社会大局和谐稳定，人民生活持续改善。'.repeat(8)}
二、2023年工作重点
${'扩大有效投资，优化营商环境，保障和改善民生，地区生产总值增长6%左右。'.repeat(8)}
`;

function add(file: string, ...options: string[]): { status: number; out: string } {
  try {
    const env = { ...process.env, SEEDS: seeds, CONTENT: join(root, 'content') };
    return {
      status: 0,
      out: execFileSync(process.execPath, ['scripts/seed.ts', 'add', file, ...options], { env, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && 'stderr' in error)
      return { status: Number(error.status), out: String(error.stderr) };
    throw error;
  }
}
const put = (name: string, content: string) => {
  writeFileSync(join(root, name), content);
  return join(root, name);
};

describe('seed add', () => {
  it('copies the file, shows what is recognised and doubtful with its line, and writes a row', () => {
    const file = put('yuelu.txt', text);
    const { out } = add(file, '--source', '某门户网站', '--url', 'https://example.org/1');
    for (const shown of [
      'hunan-changsha-yuelu-2023',
      '湖南省长沙市岳麓区（430104）',
      '2023-01-05（推定）',
      '何朝晖',
      '一 2022年工作回顾',
      '202315日',
    ])
      expect(out).toContain(shown);
    expect(out).toMatch(/第 \d+ 行第 \d+ 字：标题写 2022 年/);
    expect(out.split('\n').length).toBeLessThan(40);
    expect(readFileSync(join(seeds, 'yuelu.txt'), 'utf8')).toBe(text);
    expect(loadManifest(seeds).manifest.texts).toMatchObject([
      { path: 'yuelu.txt', source: { name: '某门户网站', url: 'https://example.org/1' } },
    ]);
  });

  it('keeps what stands in the manifest, and its comment is a valid statement without the #', () => {
    mkdirSync(seeds);
    writeFileSync(join(seeds, 'manifest.yml'), 'texts:\n');
    add(put('a.txt', text));
    const emptied = readFileSync(join(seeds, 'manifest.yml'), 'utf8');
    expect(emptied.startsWith('texts:\n')).toBe(true);
    const before = `# 手写的说明\n${readFileSync(join(seeds, 'manifest.yml'), 'utf8')}`;
    writeFileSync(join(seeds, 'manifest.yml'), before);
    add(put('b.txt', text.replace('何 朝 晖', '周 志 军')));
    const yaml = readFileSync(join(seeds, 'manifest.yml'), 'utf8');
    expect(yaml.startsWith(before.trimEnd())).toBe(true);
    const uncommented = yaml
      .replace(/^# 手写.*\n/, '')
      .replace(/^ *# 认出.*\n/gm, '')
      .replace(/^( *)# /gm, '$1');
    const { texts } = manifestSchema.parse(parse(uncommented));
    expect(texts.map(({ documents }) => documents?.[0]?.speaker)).toEqual(['何朝晖', '周志军']);
    expect(texts[0]?.documents).toMatchObject([{ region: '430104', year: 2023, deliveredOn: '2023-01-05', kind: 'report' }]);
  });

  it('adds nothing that is there, that is no text, or whose name leaves the folder', () => {
    const file = put('a.txt', text);
    add(file);
    expect(add(put('copy.txt', text))).toMatchObject({ status: 1, out: expect.stringContaining('已经有了') });
    expect(add(put('a.txt', `${text}。`))).toMatchObject({ status: 1, out: expect.stringContaining('--name') });
    expect(add(put('empty.txt', ''))).toMatchObject({ status: 1, out: expect.stringContaining('empty.txt 是空文件') });
    expect(add(file, '--name', '../evil.txt')).toMatchObject({ status: 1, out: expect.stringContaining('不带路径') });
    expect(add(put('other.txt', `${text}！`), '--url', 'javascript:alert(1)')).toMatchObject({
      status: 1,
      out: expect.stringContaining('source.url'),
    });
    expect(add(join(root, 'none.txt')).status).toBe(1);
    expect(readdirSync(seeds).sort()).toEqual(['a.txt', 'manifest.yml']);
  });
});
