import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';
import { run } from './lib/run.ts';

const help = `node scripts/find-browser.ts [--no-install]

Finds a Chromium for the browser tests and prints its path: the environment variable CHROMIUM, the usual places of Chromium
and Chrome, the one of Playwright. Where there is none it installs one, with Playwright or with apt, and says which.`;

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export interface Browser {
  path: string;
  /** In words: where it comes from. */
  source: string;
}

/** How the tests and benchmarks start it: without a sandbox (containers have none) and without its own traffic. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that is there already. */
export function findBrowser(): Browser | undefined {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (!isExecutable(CHROMIUM)) throw new Error(`CHROMIUM is ${CHROMIUM}, which cannot be run; unset it or name a Chromium`);
    return { path: CHROMIUM, source: 'the environment variable CHROMIUM' };
  }
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/snap/bin', '/usr/local/bin');
  const system = [...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)), ...applications].find(isExecutable);
  if (system) return { path: system, source: 'the system' };
  const own = chromium.executablePath();
  return isExecutable(own) ? { path: own, source: 'Playwright' } : undefined;
}

/** The browser that is there, else one that is installed now. */
export async function ensureBrowser(say: (line: string) => void = console.error): Promise<Browser> {
  const found = findBrowser();
  if (found) return found;
  for (const [name, install] of installers) {
    say(`no Chromium found; installing one with ${name}`);
    try {
      await install();
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error('no Chromium could be installed; install Chromium or Chrome, or name one in the environment variable CHROMIUM');
}

/** As root with apt the system's own is surest (it brings its libraries); elsewhere Playwright's. */
const installers: [string, () => Promise<void>][] = isAptRoot()
  ? [
      ['apt', installWithApt],
      ['Playwright', installWithPlaywright],
    ]
  : [['Playwright', installWithPlaywright]];

function installWithPlaywright(): Promise<void> {
  return run('playwright-core', ['install', 'chromium']);
}

async function installWithApt(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env, quiet: true });
}

function isAptRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  if (process.argv.includes('--help')) console.log(help);
  else {
    const browser = process.argv.includes('--no-install') ? findBrowser() : await ensureBrowser();
    if (browser) console.log(`${browser.path} (from ${browser.source})`);
    else process.exitCode = 1;
  }
}
