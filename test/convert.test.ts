import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../scripts/lib/knowledge.ts';
import { type Converted, convert } from '../src/pipeline/convert.ts';
import { placeIn, toRecord } from '../src/pipeline/record.ts';

/** Each folder holds the smallest text that shows a phenomenon, and how it is to be read. UPDATE_FIXTURES=1 writes what is read now. */
const folder = new URL('./fixtures/convert/', import.meta.url).pathname;
const knowledge = loadKnowledge('seeds');

describe('a text with', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const value = readFileSync(join(folder, name, 'seed.txt'), 'utf8');
    const documents = convert({ path: 'seed.txt', value, stated: [], pieces: [{ start: 0, end: value.length }] }, knowledge);
    const read = documents.map((document) => print(value, document)).join('\n');
    const file = join(folder, name, 'read.txt');
    if (process.env.UPDATE_FIXTURES || !existsSync(file)) writeFileSync(file, read);
    expect(read).toBe(readFileSync(file, 'utf8'));
  });
});

test('a record keeps what a doubt says apart from what is to be done about it', () => {
  const value = readFileSync(join(folder, 'attachments', 'seed.txt'), 'utf8');
  const [document] = convert({ path: 'seed.txt', value, stated: [], pieces: [{ start: 0, end: value.length }] }, knowledge);
  if (!document) throw new Error('the fixture has no document');
  const { record } = toRecord('a', document, { path: 'seed.txt', sha256: '', encoding: 'utf-8', value }, {});
  expect(record.messages).toContainEqual({
    rule: 'doubtful-date',
    line: 3,
    column: 1,
    text: '“202315日”少了“年”或“月”，按 2023年1月5日 读',
    action: '请核对；确定之后在 seeds/manifest.yml 写明 deliveredOn',
  });
});

/** One line a field, a block, a dropped range and a message. */
function print(seed: string, document: Converted): string {
  const { kind, title, region, year, session, deliveredOn, speaker, completeness, inferred } = document;
  const fields = Object.entries({
    kind,
    title,
    region: region?.fullName ?? null,
    year,
    session,
    deliveredOn,
    speaker,
    completeness,
    inferred: inferred.join(' '),
  });
  const place = placeIn(seed);
  const lines = [
    ...fields.map(([name, value]) => `${name}: ${value}`),
    '',
    ...document.blocks.map(({ anchor, type, depth, part, lead, text }) => {
      const words = lead ? `${text.value.slice(0, lead)}|${text.value.slice(lead)}` : text.value;
      return `${anchor} ${type}${depth ?? ''} ${part}: ${words.length > 64 ? `${words.slice(0, 48)} … ${words.slice(-12)}` : words}`;
    }),
    '',
    ...document.notes.map(({ n, term, definition, occurrences }) => `note ${n} ${term}: ${definition} < ${occurrences.join(' ')}`),
    ...document.dropped.map(({ start, end, reason }) => `dropped ${reason}: ${seed.slice(start, end).replace(/\s+/gu, ' ').slice(0, 48)}`),
    ...document.messages.map(({ rule, offset, text, action }) => {
      const { line, column } = place(offset);
      return `seed.txt:${line}:${column}: ${rule}: ${text}。${action}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
