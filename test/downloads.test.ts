import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csv } from '../src/data/csv.ts';
import { downloads } from '../src/data/downloads.ts';
import { archiveOf, observation, regions, report } from './small-archive.ts';

const about = { title: '文库', description: '报告。', homepage: 'https://example.org/data/', licence: '官方文件。' };
const id = 'hunan-changsha-kaifu-2020';
const archive = archiveOf(
  [report(regions.kaifu, 2020, { blocks: [{ id: 's1', part: 'review', start: 0, end: 5 }] })],
  [
    observation(id),
    observation(id, {
      id: `${id}-o2`,
      indicator: null,
      quote: '新增“四上”企业106家,\n总数达"653"家',
      value: -1.5,
      valueHigh: 2,
      period: '2021-2025',
      unit: '家',
    }),
  ],
);
const files = new Map(downloads(archive, about).map((file) => [file.name, file]));
const text = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name)?.bytes);

const field = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  description: z.string().min(1),
  constraints: z
    .strictObject({ required: z.boolean(), unique: z.boolean(), enum: z.array(z.string()) })
    .partial()
    .optional(),
});
/** What the profiles of Data Package 1.0 ask of the members that are used here. */
const packageSchema = z.strictObject({
  profile: z.literal('data-package'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  title: z.string(),
  description: z.string(),
  homepage: z.url(),
  resources: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[-a-z0-9._/]+$/),
        path: z.string().regex(/^[^./~][^\\:]*$/),
        title: z.string(),
        profile: z.enum(['data-resource', 'tabular-data-resource']),
        format: z.string(),
        mediatype: z.string().regex(/^.+\/.+$/),
        encoding: z.literal('utf-8'),
        bytes: z.int(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        dialect: z.object({ lineTerminator: z.literal('\r\n'), header: z.literal(true) }).optional(),
        schema: z.object({ fields: z.array(field), primaryKey: z.string(), missingValues: z.array(z.string()) }).optional(),
      }),
    )
    .min(1),
});

describe('observations.csv', () => {
  it('begins with a byte order mark and gives back every value', () => {
    expect(text('observations.csv').startsWith('\ufeffid,report,region_code,')).toBe(true);
    const rows = parse<Record<string, string>>(text('observations.csv'), { columns: true, bom: true });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      region_code: '430105',
      region: '湖南省长沙市开福区',
      year: '2020',
      value: '8',
      qualifier: '=',
      headline: 'true',
    });
    expect(rows[1]).toMatchObject({
      indicator: '',
      value: '-1.5',
      value_high: '2',
      period: '2021-2025',
      quote: '新增“四上”企业106家,\n总数达"653"家',
    });
  });

  it('quotes as RFC 4180 says', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['1,2', 'x"y'],
          [null, 3],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"1,2","x""y"\r\n,3\r\n');
  });
});

describe('datapackage.json', () => {
  const descriptor = packageSchema.parse(JSON.parse(text('datapackage.json')));

  it('states size and hash of every file', () => {
    expect(descriptor.resources.map((resource) => resource.path)).toEqual([
      'reports.json',
      'observations.csv',
      'observations.json',
      'terms.json',
    ]);
    for (const resource of descriptor.resources) {
      const { bytes } = files.get(resource.path)!;
      expect(resource.bytes).toBe(bytes.length);
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    }
  });

  it('has a schema that the rows of observations.csv obey', () => {
    const { fields, primaryKey } = descriptor.resources[1]!.schema!;
    const [header, ...rows] = parse(text('observations.csv'), { bom: true });
    expect(fields.map(({ name }) => name)).toEqual(header);
    expect(header).toContain(primaryKey);
    const patterns = { string: /^/, number: /^-?\d+(\.\d+)?$/, integer: /^-?\d+$/, boolean: /^(true|false)$/ };
    for (const row of rows)
      for (const [i, { type, constraints }] of fields.entries()) {
        const value = row[i]!;
        if (value === '') expect(constraints?.required).toBeUndefined();
        else expect(value).toMatch(patterns[type]);
        if (value !== '' && constraints?.enum) expect(constraints.enum).toContain(value);
      }
  });
});

describe('the zip', () => {
  it('holds the other files, and has the same bytes at every build', () => {
    const { bytes } = files.get('archive.zip')!;
    const held = unzipSync(bytes);
    expect(Object.keys(held)).toEqual(['reports.json', 'observations.csv', 'observations.json', 'terms.json', 'datapackage.json']);
    expect(Buffer.from(held['observations.csv']!)).toEqual(Buffer.from(files.get('observations.csv')!.bytes));
    expect(downloads(archive, about).at(-1)!.bytes).toEqual(bytes);
  });
});

it('publishes records without the positions of their blocks', () => {
  expect(JSON.parse(text('reports.json'))[0]).toMatchObject({ id, year: 2020 });
  expect(text('reports.json')).not.toContain('"blocks"');
});
