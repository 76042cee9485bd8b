import { existsSync, rmSync } from 'node:fs';
import { baseOf } from './lib/base.ts';
import { run } from './lib/run.ts';

const help = `npm run build

Seeds → content → pages → share cards and feeds → search → service worker, in dist/.
The environment says what for: SITE (https://example.org), BASE (/), SEEDS (seeds), CONTENT (content), DIST (dist).`;

/** One step a process: each gives its memory back, and `npm run bench` can time them. */
const steps: readonly { name: string; script: string; args?: readonly string[] }[] = [
  { name: 'convert', script: 'scripts/convert.ts' },
  { name: 'pages', script: 'node_modules/astro/bin/astro.mjs', args: ['build', '--silent'] },
  { name: 'search', script: 'scripts/index-search.ts' },
  { name: 'finish', script: 'scripts/finish.ts' },
];

/** Builds the whole site; the environment says from where to where. Without `convert` the content is taken as it is. */
export async function build(env: NodeJS.ProcessEnv = process.env, { convert = true } = {}): Promise<void> {
  const { SITE = '', BASE = '', SEEDS = '', CONTENT = '', DIST = '' } = env;
  const settled = {
    SITE: SITE || 'https://example.org',
    BASE: baseOf(BASE),
    SEEDS: SEEDS || 'seeds',
    CONTENT: CONTENT || 'content',
    DIST: DIST || 'dist',
  };
  rmSync(settled.DIST, { recursive: true, force: true });
  for (const { name, script, args = [] } of convert ? steps : steps.slice(1)) {
    const began = performance.now();
    await run(process.execPath, [script, ...args], { env: { ...env, ...settled, ASTRO_TELEMETRY_DISABLED: '1' } });
    console.log(`build: ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  if (!existsSync(settled.DIST)) throw new Error(`nothing was written to ${settled.DIST}`);
}

if (import.meta.main) {
  if (process.argv.includes('--help')) console.log(help);
  else await build();
}
