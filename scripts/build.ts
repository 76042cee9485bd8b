import { existsSync, rmSync } from 'node:fs';
import { baseOf } from './lib/base.ts';
import { run } from './lib/run.ts';

const help = `npm run build

Seeds → content → pages → share cards and feeds → search → service worker, in dist/.
The environment says what for: SITE (https://example.org), BASE (/), SEEDS (seeds), CONTENT (content), DIST (dist).`;

interface Step {
  name: string;
  script: string;
  args?: readonly string[];
}

/** One step a process: each gives its memory back, and `npm run bench` can time them. Those on one line run side by side. */
const steps: readonly (readonly Step[])[] = [
  [{ name: 'convert', script: 'scripts/convert.ts' }],
  [
    { name: 'pages', script: 'node_modules/astro/bin/astro.mjs', args: ['build', '--silent'] },
    { name: 'cards', script: 'scripts/draw-cards.ts' },
  ],
  [{ name: 'search', script: 'scripts/index-search.ts' }],
  [{ name: 'finish', script: 'scripts/finish.ts' }],
];

/**
 * V8 by itself lets the heap grow to several times of what lives in it, and keeps what it freed: at 364 reports 2.6 GB instead of
 * 2.1 in the pages, and no faster.
 */
const sparing = '--heap-growing-percent=40';

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
  const environment = { ...env, ...settled, ASTRO_TELEMETRY_DISABLED: '1' };
  for (const together of convert ? steps : steps.slice(1)) {
    const ended = await Promise.allSettled(together.map((step) => take(step, environment)));
    for (const result of ended) if (result.status === 'rejected') throw result.reason;
  }
  if (!existsSync(settled.DIST)) throw new Error(`nothing was written to ${settled.DIST}`);
}

async function take({ name, script, args = [] }: Step, env: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  await run(process.execPath, [sparing, script, ...args], { env });
  console.log(`build: ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  if (process.argv.includes('--help')) console.log(help);
  else await build();
}
