import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archive as config } from '../archive.config.ts';
import { readArchive } from '../src/data/archive.ts';
import { readCorrections } from '../src/data/corrections.ts';
import { archiveConfigSchema } from '../src/schemas/archive-config.ts';
import { findBrowser } from './find-browser.ts';
import { listSeeds, loadManifest } from './lib/seeds.ts';
import { walk } from './lib/walk.ts';

const help = `npm run doctor

Examines environment, config, seeds, content and built site, and says in words what to do about each finding.
Ends with 1 where something would stop the build.`;

/** `wrong` stops the build, `odd` does not. */
interface Finding {
  level: 'wrong' | 'odd';
  what: string;
  todo: string;
}

const { SEEDS = 'seeds', CONTENT = 'content', DIST = 'dist' } = process.env;
const wrong = (what: string, todo: string): Finding => ({ level: 'wrong', what, todo });
const odd = (what: string, todo: string): Finding => ({ level: 'odd', what, todo });

/** Runs a check; what it throws is a finding too. */
function examine(check: () => Finding[], todo: string): Finding[] {
  try {
    return check();
  } catch (error) {
    return [wrong(error instanceof Error ? error.message : String(error), todo)];
  }
}

function environment(): Finding[] {
  const findings: Finding[] = [];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    findings.push(
      wrong(
        `Node ${process.versions.node} cannot run TypeScript by itself`,
        'start scripts with `npm run …`, which uses the Node of node_modules',
      ),
    );
  }
  if (!existsSync('node_modules/nodejieba/build/Release/nodejieba.node')) {
    findings.push(wrong('nodejieba is not compiled', 'install a C++ toolchain (python3, make, g++), then `npm rebuild nodejieba`'));
  }
  if (!findBrowser())
    findings.push(odd('there is no Chromium', '`npm run test:browser` installs one, or install Chromium or Chrome yourself'));
  return findings;
}

function configuration(): Finding[] {
  const parsed = archiveConfigSchema.safeParse(config);
  const findings = parsed.success
    ? []
    : parsed.error.issues.map((issue) =>
        wrong(`archive.config.ts: ${issue.path.join('.')}: ${issue.message}`, 'the fields are described in src/schemas/archive-config.ts'),
      );
  if (!config.contact && !config.repository && !process.env.GITHUB_REPOSITORY) {
    findings.push(
      odd(
        'readers have nowhere to report an error',
        'set `repository` or `contact` in archive.config.ts (on GitHub the repository is known)',
      ),
    );
  }
  return findings;
}

function seeds(): Finding[] {
  const { files, messages } = listSeeds(SEEDS);
  const { manifest } = loadManifest(SEEDS);
  const findings = messages.map(({ path, text, action }) => odd(`${SEEDS}/${path}: ${text}`, action));
  if (files.length === 0) findings.push(wrong(`${SEEDS} has no text`, '`npm run seed -- add FILE` adds one'));
  for (const { path, sha256 } of manifest.texts) {
    const file = join(SEEDS, path);
    if (createHash('sha256').update(readFileSync(file)).digest('hex') !== sha256) {
      findings.push(
        wrong(`${file} is not the file that the manifest names`, 'restore it with git: seeds never change; a new copy gets a new name'),
      );
    }
  }
  return findings;
}

function content(): Finding[] {
  const { byId, reports, records } = readArchive(CONTENT);
  const findings: Finding[] = [];
  if (reports.length === 0)
    findings.push(
      odd(`${CONTENT} has no report with a place and a year`, 'state region and year in seeds/manifest.yml if the text does not'),
    );
  const placeless = records.filter(({ kind, region, year }) => kind === 'report' && (!region || year === null));
  for (const { id } of placeless)
    findings.push(odd(`${id}: place or year is not known, so it has no page below a region`, 'state them in seeds/manifest.yml'));
  const outside = reports.filter(({ region }) => !`${region.slug}/`.startsWith(config.scope ? `${config.scope}/` : ''));
  for (const { id } of outside)
    findings.push(
      odd(`${id} is outside of the scope ${config.scope}`, 'widen `scope` in archive.config.ts, or move the text to another archive'),
    );
  for (const { seed, quote } of readCorrections(join(SEEDS, 'corrections.yml'))) {
    const known = [...byId.values()].some((record) => record.seed.path === seed);
    if (!known) findings.push(wrong(`corrections.yml: no document comes from ${seed} (“${quote}”)`, 'correct the path of the seed'));
  }
  return findings;
}

function builtSite(): Finding[] {
  if (!existsSync(join(DIST, 'index.html'))) return [odd(`${DIST} has no built site`, '`npm run build`')];
  const files = walk(DIST);
  const findings: Finding[] = [];
  for (const name of ['404.html', 'sw.js', 'sitemap.xml', 'feed.xml', 'search/search.js', '.nojekyll', 'og/archive.png']) {
    if (!files.includes(name)) findings.push(wrong(`${DIST}/${name} is missing`, '`npm run build` again, and read where it stops'));
  }
  const bytes = files.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0);
  if (bytes > 1e9)
    findings.push(wrong(`${DIST} has ${(bytes / 1e9).toFixed(2)} GB; GitHub Pages holds 1 GB`, 'divide the archive by provinces'));
  const built = statSync(join(DIST, 'index.html')).mtimeMs;
  if (existsSync(join(CONTENT, 'reports.json')) && statSync(join(CONTENT, 'reports.json')).mtimeMs > built) {
    findings.push(odd(`${DIST} is older than ${CONTENT}`, '`npm run build`'));
  }
  return findings;
}

function report(name: string, findings: readonly Finding[]): void {
  console.log(`${findings.some(({ level }) => level === 'wrong') ? '✗' : findings.length > 0 ? '!' : '✓'} ${name}`);
  for (const { what, todo } of findings) console.log(`    ${what}\n      → ${todo}`);
}

if (process.argv.includes('--help')) console.log(help);
else {
  const results = [
    ['environment', examine(environment, 'run `npm ci`')],
    ['archive.config.ts', examine(configuration, 'see README, “A fork in ten minutes”')],
    [SEEDS, examine(seeds, 'see .github/CONTRIBUTING.md')],
    [CONTENT, examine(content, 'run `npm run convert`')],
    [DIST, examine(builtSite, 'run `npm run build`')],
  ] as const;
  for (const [name, findings] of results) report(name, findings);
  if (results.some(([, findings]) => findings.some(({ level }) => level === 'wrong'))) process.exitCode = 1;
}
