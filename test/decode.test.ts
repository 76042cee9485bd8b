import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/pipeline/decode.ts';

const text =
  '各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议。\n一、2019年工作回顾\n全区地区生产总值增长8%，社会消费品零售总额增长10%。';
const rules = (bytes: Uint8Array) => decode(bytes, 'seeds/a.txt').messages.map((message) => message.rule);

describe('decode', () => {
  it.each([
    ['utf-8', 'utf8', false],
    ['utf-8', 'utf8', true],
    ['utf-16le', 'utf-16le', true],
    ['utf-16be', 'utf-16be', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', false],
    ['gb18030', 'gbk', false],
    ['gb18030', 'gb18030', false],
    ['big5', 'big5', false],
  ])('reads %s (written as %s, byte order mark: %s)', (encoding, written, addBOM) => {
    const value = encoding === 'big5' ? '各位代表：現在，我代表市政府，向大會報告工作，請予審議。一年來，經濟社會發展，人民生活' : text;
    expect(decode(iconv.encode(value, written, { addBOM }), 'seeds/a.txt')).toEqual({ value, encoding, messages: [], refused: false });
  });

  it('keeps characters as they are: literal \\r\\n, ????, full-width digits', () => {
    const value = '一、回顾\\r\\n????二、安排２０１９年 <U+00A0>';
    expect(decode(Buffer.from(value), 'seeds/a.txt').value).toBe(value);
  });

  it('looks beyond the markup that a page begins with', () => {
    const page = `<html><head><script>${'var a = 1;\n'.repeat(20_000)}</script></head><body>${text}</body></html>`;
    expect(decode(iconv.encode(page, 'gbk'), 'seeds/a.html')).toMatchObject({ value: page, encoding: 'gb18030', messages: [] });
  });

  it('says where bytes are broken', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe5, 0x90])]);
    const decoded = decode(bytes, 'seeds/a.txt');
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.messages).toMatchObject([{ rule: 'broken-bytes', offset: text.length }]);
  });

  it('refuses what is no text, by name', () => {
    expect(rules(new Uint8Array())).toEqual(['empty-file']);
    expect(rules(Buffer.from('\uFEFF \n'))).toEqual(['empty-file']);
    expect(rules(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]))).toEqual(['binary-file']);
    expect(rules(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256))).toEqual(['unknown-encoding']);
    expect(decode(new Uint8Array(), 'seeds/a.txt').messages[0]?.text).toContain('seeds/a.txt');
  });

  it('replaces lone surrogates, so that the text survives UTF-8', () => {
    const bytes = Buffer.from(`\uFEFF${text}\ud800。`, 'utf16le');
    const { value, messages } = decode(bytes, 'seeds/a.txt');
    expect(Buffer.from(value).toString()).toBe(value);
    expect(messages.map((message) => message.rule)).toContain('broken-bytes');
  });

  it('keeps NUL and bidi controls in the value and says so', () => {
    const { value, messages } = decode(Buffer.from(`${text}\0\u202e反`), 'seeds/a.txt');
    expect(value).toContain('\0\u202e');
    expect(messages).toMatchObject([{ rule: 'control-character', offset: text.length }]);
  });
});
