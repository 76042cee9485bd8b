import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingEntries, platformOf } from '../scripts/complete-lock.ts';

test('package-lock.json names the optional packages of every platform, as npm ci demands', () => {
  const missing = missingEntries(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  expect(Object.keys(missing), 'run `npm run lock` and commit').toEqual([]);
});

test('the platform of an optional package is read from its name', () => {
  expect(platformOf('@rollup/rollup-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] });
  expect(platformOf('@pagefind/windows-arm64')).toEqual({ os: ['win32'], cpu: ['arm64'] });
  expect(platformOf('@rollup/rollup-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] });
});

test('an optional package that is locked elsewhere in the tree is not missing', () => {
  const lock = {
    packages: {
      'node_modules/a': { optionalDependencies: { 'a-darwin-x64': '1.0.0', 'a-linux-x64': '1.0.0' } },
      'node_modules/a-linux-x64': { version: '1.0.0' },
    },
  };
  expect(missingEntries(lock)).toEqual({ 'node_modules/a-darwin-x64': { version: '1.0.0', os: ['darwin'], cpu: ['x64'], optional: true } });
});
