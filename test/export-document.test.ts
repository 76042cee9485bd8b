import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../src/data/archive.ts';
import { exportDocument } from '../src/data/export-document.ts';

const mdx = `---
id: x
blocks: [title title, p1, s1, s1-p1, note-3 note]
---

# 2020年政府工作报告

各位代表:现在,我代表人民政府[\\[7\\]](#note-7)报告工作。

## 一、2019年工作回顾

<b>防控风险扎实有效。</b>推进[“三资”](#note-3)[^3]盘活,增长3\\~5%,占比6\\~8%,\\<5%,\\{x}。<span data-lacuna="">\\*</span>推进。

[^3]: 3、<dfn>三资</dfn>:
    即资源、资产、资金,
    three
    words。
`;

describe('exportDocument', () => {
  const { markdown, text } = exportDocument(mdx);

  it('gives the text as it is, a block a line, without marks of the archive', () => {
    expect(text).toBe(`2020年政府工作报告
各位代表:现在,我代表人民政府[7]报告工作。
一、2019年工作回顾
防控风险扎实有效。推进“三资”盘活,增长3~5%,占比6~8%,<5%,{x}。*推进。
3、三资:即资源、资产、资金, three words。
`);
  });

  it('gives Markdown that any reader of GFM understands', () => {
    expect(markdown).toContain('## 一、2019年工作回顾');
    expect(markdown).toContain('<b>防控风险扎实有效。</b>推进“三资”[^3]盘活');
    expect(markdown).toMatch(/\[\^3\]: 3、三资:\s+即资源、资产、资金/);
    expect(markdown).not.toMatch(/#note|dfn|span|blocks:/);
  });
});

it('gives every character of every report of the archive', () => {
  const { reports } = readArchive('content');
  expect(reports.length).toBeGreaterThan(0);
  for (const { id, characters } of reports) {
    const { text } = exportDocument(readFileSync(`content/reports/${id}.mdx`, 'utf8'));
    expect([id, text.replace(/\s/gu, '').length]).toEqual([id, characters]);
  }
});
