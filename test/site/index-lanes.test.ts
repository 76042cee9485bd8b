import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeShards } from '../../scripts/lib/index-lanes.ts';
import { readSearchSource } from '../../scripts/lib/read-search-source.ts';
import { walk } from '../../scripts/lib/walk.ts';
import { emptyBundle, writeTables } from '../../scripts/lib/write-index.ts';
import { builtSite } from './built-site.ts';

const { dir } = builtSite();
const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Path → hash of its content. */
async function indexIn(lanes: number): Promise<Map<string, string>> {
  const bundle = join(folder, String(lanes));
  emptyBundle(bundle);
  const written = await writeShards({ dist: dir, content: 'content', bundle }, lanes);
  writeTables(bundle, readSearchSource(dir, 'content'), written);
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(bundle, name)))
      .digest('hex');
  return new Map(walk(bundle).map((name) => [name, hash(name)]));
}

test('the index is the same whether one thread writes it or more than it has parts', async () => {
  const one = await indexIn(1);
  expect(one.size).toBeGreaterThan(100);
  expect(await indexIn(3)).toEqual(one);
});
