import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../scripts/find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  mkdirSync(join(folder, 'seeds'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function doctor(): { code: number | null; words: string } {
  const env = { ...process.env, SEEDS: join(folder, 'seeds'), CONTENT: join(folder, 'content'), DIST: join(folder, 'dist') };
  const { status, stdout } = spawnSync(process.execPath, ['scripts/doctor.ts'], { env, encoding: 'utf8' });
  return { code: status, words: stdout };
}

test('an empty archive: what is missing, and the command for it', () => {
  const { code, words } = doctor();
  expect(code).toBe(1);
  expect(words).toMatch(/has no text\n\s+→ `npm run seed -- add FILE`/);
  expect(words).toMatch(/reports\.json cannot be read.*\n\s+→ run `npm run convert`/);
  expect(words).toMatch(/has no built site\n\s+→ `npm run build`/);
});

test.each([
  ['wenchang.txt', /wenchang\.txt is not the file that the manifest names\n\s+→ restore it with git/],
  ['gone.txt', /has a row for gone\.txt, which does not exist: restore the file, or delete the row/],
])('a manifest that is wrong about %s', (path, expected) => {
  cpSync('test/fixtures/other-archive/wenchang.txt', join(folder, 'seeds/wenchang.txt'));
  writeFileSync(join(folder, 'seeds/manifest.yml'), `texts:\n  - path: ${path}\n    sha256: ${'a'.repeat(64)}\n`);
  expect(doctor().words).toMatch(expected);
});

test('a browser that is named and is none is said to be so', () => {
  const { CHROMIUM } = process.env;
  process.env.CHROMIUM = join(folder, 'no-browser');
  expect(() => findBrowser()).toThrow(/CHROMIUM is .*no-browser, which cannot be run/);
  if (CHROMIUM === undefined) delete process.env.CHROMIUM;
  else process.env.CHROMIUM = CHROMIUM;
});
