import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../scripts/lib/knowledge.ts';
import { type Converted, convert } from '../src/pipeline/convert.ts';
import { decode, settle } from '../src/pipeline/decode.ts';
import { extract } from '../src/pipeline/extract.ts';
import { toRecord } from '../src/pipeline/record.ts';
import { toMdx } from '../src/pipeline/to-mdx.ts';
import { recordSchema } from '../src/schemas/report.ts';
import { parseMdx, typesOf, wordsOf } from './read-mdx.ts';

const knowledge = loadKnowledge('seeds');
const read = (value: string) => convert({ path: 'seeds/a.txt', value, stated: [], pieces: [{ start: 0, end: value.length }] }, knowledge);
const mdxOf = ({ kind, title, blocks, links }: Converted) => toMdx({ id: 'a', kind, title, blocks, links, aliases: {} });

/** What reports, portals and mischief are made of. */
const fragment = fc.constantFrom(
  ...[
    '政府工作报告',
    '2020年某区政府工作报告',
    '——2020年1月12日在某区第五届人民代表大会第五次会议上',
    '区长 谢伟峰',
    '各位代表：',
    '现在，我代表罗湖区人民政府',
    '，向大会报告工作，请予审议。',
  ],
  ...[
    '一、2019年工作回顾',
    '二、2020年工作安排',
    '（一）聚焦产业。',
    '1.',
    '1、',
    '①',
    '一是稳增长。',
    '——',
    '附件1',
    '民生实事',
    '名词解释',
    '1、三资：即资源、资产、资金。',
    '[1]',
    '“三资”',
    '*',
  ],
  ...[
    '地区生产总值增长8%',
    '，固定资产投资增长3~5%',
    '，收入100亿元以上',
    '。',
    '；',
    '\n',
    '\n\n',
    ' ',
    '　　',
    '\\r\\n',
    '????',
    '<U+00A0>',
    '谢谢大家！',
    '责任编辑：张三',
    '打印',
    '分享到',
    '2021-01-07',
  ],
  ...[
    '<script>alert(1)</script>',
    '{process.exit()}',
    "import x from 'fs'",
    'export const a = 1',
    '<!--',
    '-->',
    '](javascript:alert(1))',
    '&lt;',
    '![a](b)',
    '`',
    '```',
    '~~',
    '__',
    '| a | b |',
    '|---|',
    '# ',
    '> ',
    '- ',
    '$',
    '\\',
    '[^1]:',
    'www.gov.cn',
    'http://a.cn/?b=c',
    'a@b.cn',
  ],
  ...['\0', '\u202e', '\u200b', '\ufeff', '\u2028', '\ue000', '𠮷', '\r', '\t', '&#x41;', '1)', '====', '-----'],
);
const messy = fc
  .array(fc.oneof({ weight: 4, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }), {
    maxLength: 60,
  })
  .map((parts) => settle(parts.join('')).value);
const lined = fc
  .array(
    fc.array(fragment, { maxLength: 4 }).map((parts) => parts.join('')),
    { maxLength: 40 },
  )
  .map((lines) => settle(lines.join('\n')).value);
const anything = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => settle(text).value);
const texts = fc.oneof({ weight: 3, arbitrary: messy }, { weight: 3, arbitrary: lined }, { weight: 1, arbitrary: anything });
const runs = { numRuns: Number(process.env.RUNS ?? 300), endOnFailure: false };

describe('any text', () => {
  it('converts to documents that the schema allows and that cover the seed in order', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const documents = read(value);
        let end = 0;
        for (const document of documents) {
          expect(document.range.start).toBe(end);
          end = document.range.end;
          const { record } = toRecord('a', document, { path: 'a', sha256: '', encoding: 'utf-8', value }, {});
          expect(recordSchema.safeParse({ ...record }).error?.issues ?? []).toEqual([]);
        }
        if (documents.length > 0) expect(end).toBe(value.length);
      }),
      runs,
    );
  });

  it('has every character in a block or in a dropped range, and none in both', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const seen = new Uint8Array(value.length);
        const documents = read(value);
        // A text of which nothing is left (markup alone) makes no document, and so has no record to list what was dropped.
        if (documents.length === 0) return;
        for (const { blocks, dropped } of documents) {
          for (const { start, end } of blocks.flatMap(({ text }) => text.pieces()))
            for (let at = start; at < end; at++) seen[at] = (seen[at] ?? 0) + 1;
          for (const { start, end } of dropped) for (let at = start; at < end; at++) seen[at] = (seen[at] ?? 0) | 128;
        }
        const lost = [...seen].flatMap((count, at) => (count === 0 && /\S/u.test(value.charAt(at)) ? [at] : []));
        const twice = [...seen].flatMap((count, at) => ((count & 127) > 1 || count > 128 ? [at] : []));
        expect({ lost, twice, value }).toEqual({ lost: [], twice: [], value });
      }),
      runs,
    );
  });

  it('comes back out of its MDX character for character, and nothing of it is code', () => {
    fc.assert(
      fc.property(texts, (value) => {
        for (const document of read(value)) {
          const tree = parseMdx(mdxOf(document));
          expect(wordsOf(tree)).toBe(
            document.blocks
              .map(({ text }) => text.value)
              .join('')
              .replace(/\s/gu, ''),
          );
          const foreign = [...typesOf(tree)].filter((type) =>
            /mdx(?!JsxTextElement (?:b|dfn|span|a|sup)$)|html|code|image|table|list|blockquote/i.test(type),
          );
          expect(foreign).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('gives the same bytes twice', () => {
    fc.assert(
      fc.property(texts, (value) => {
        expect(read(value).map(mdxOf)).toEqual(read(value).map(mdxOf));
      }),
      { numRuns: 100 },
    );
  });
});

describe('any bytes', () => {
  it('decode to well-formed text or are refused with a message that names the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value, refused, messages } = decode(bytes, 'seeds/a.txt');
        expect(value.isWellFormed()).toBe(true);
        expect(JSON.parse(JSON.stringify(value))).toBe(value);
        if (refused) expect(messages.at(-1)?.text).toContain('seeds/a.txt');
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['.html', '.docx', '.csv', '.json', '.jsonl', '.md'])('extract from %s without a throw', async (ending) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          texts.map((text) => new TextEncoder().encode(text)),
        ),
        async (bytes) => {
          const { value, pieces, refused } = await extract(bytes, `seeds/a${ending}`);
          expect(value.isWellFormed()).toBe(true);
          if (!refused) expect(pieces.at(-1)?.end).toBe(value.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
