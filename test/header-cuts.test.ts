import { describe, expect, it } from 'vitest';
import { headerCuts } from '../src/pipeline/header-cuts.ts';

/** The pieces of a line, with `|` between them. */
const cut = (line: string) => {
  const at = [0, ...headerCuts(line), line.length];
  return at.slice(0, -1).map((from, i) => line.slice(from, at[i + 1]).trim());
};

describe('headerCuts', () => {
  it.each([
    [['政府工作报告（2019年）', '—— 2019年1月10日在博罗县第十六届人民代表大会第四次会议上', '博罗县县长 何健华']],
    [['长沙县2019年政府工作报告', '2019年1月8日在长沙县第十七届人民代表大会第三次会议上', '长沙县人民政府县长 张作林']],
    [['政府工作报告', '（2013年2月1日在易县第十五届人民代表大会第二次会议上）', '县长张三丰']],
    [['仁怀市政府工作报告', '（2010年2月26日在仁怀市第六届人民代表大会第四次会议上 市长 房国兴）']],
    [['2020年长沙市开福区政府工作报告', '2020年1月12日在长沙市开福区第五届人民代表大会第五次会议上', '谢伟峰']],
    [['2020年某区政府工作报告']],
    [['在大同市第十五届人民代表大会第一次会议上的政府工作报告']],
    [['2020年1月12日，某区第五届人民代表大会第五次会议听取了政府工作报告']],
  ])('%j', (pieces) => expect(cut(pieces.join(''))).toEqual(pieces));
});
