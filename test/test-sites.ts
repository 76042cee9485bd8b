import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../scripts/build.ts';
import { walk } from '../scripts/lib/walk.ts';

export interface TestSite {
  name: string;
  dir: string;
  base: string;
  site: string;
}

/** Of this checkout alone: several may share one `node_modules`. */
const folder = '.cache/test-sites';
const project: TestSite = { name: 'a project site', dir: join(folder, 'project'), base: '/archive/', site: 'https://someone.example.org' };
const root: TestSite = { name: 'a root site', dir: join(folder, 'root'), base: '/', site: 'https://archive.example.org' };
const inputs = ['src', 'seeds', 'content', 'scripts', 'public', 'archive.config.ts', 'astro.config.mjs', 'package-lock.json'];

/** The built archive below a path and at a root; built anew only where something that it is made of changed. */
export async function testSites(): Promise<{ project: TestSite; root: TestSite }> {
  const made = digest();
  for (const site of [project, root]) {
    const stamp = `${site.dir}.txt`;
    if (existsSync(site.dir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) continue;
    mkdirSync(folder, { recursive: true });
    await build({ ...process.env, SITE: site.site, BASE: site.base, DIST: site.dir }, { convert: false });
    writeFileSync(stamp, made);
  }
  return { project, root };
}

function digest(): string {
  const hash = createHash('sha256');
  for (const input of inputs.filter((path) => existsSync(path))) {
    const files = statSync(input).isDirectory() ? walk(input).map((name) => join(input, name)) : [input];
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}
