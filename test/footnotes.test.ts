import { describe, expect, it } from 'vitest';
import { footnotes } from '../src/pipeline/footnotes.ts';
import { MappedText } from '../src/text/mapped-text.ts';

function read(text: string): string[] {
  let at = 0;
  const lines = text.split('\n').map((line) => {
    const mapped = MappedText.of(text, [{ start: at, end: at + line.length }]);
    at += line.length + 1;
    return mapped;
  });
  return [...footnotes(lines)].map(([i, { n, printed, term, definition }]) => `${i}: ${n} ${printed} ${term}|${definition}`);
}

describe('footnotes', () => {
  it('are found at the foot of each page, though their numbers begin anew', () => {
    const text =
      '推行“双减”①政策，建设碧道②。\n— 3 —\n①双减：减轻作业负担和培训负担。\n②碧道是指滨水的道路。\n扩大绿电①交易。\n①绿电：可再生的电力。';
    expect(read(text)).toEqual(['2: 1 1 双减|减轻作业负担和培训负担。', '3: 2 2 碧道|是指滨水的道路。', '5: 3 1 绿电|可再生的电力。']);
  });

  it('may be numbered with brackets', () => {
    expect(read('编制"一图四库"[7]。\n[7] “一图四库”：产业图和企业库等。')).toEqual(['1: 1 7 “一图四库”|产业图和企业库等。']);
  });

  it('are not the entries of an enumeration', () => {
    expect(read('重点抓好：①双减工作；②碧道建设。\n①双减工作：全面推进。\n②碧道建设：建成三条。')).toEqual([]);
    expect(read('[1]三资：资金。')).toEqual([]);
  });
});
