import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { lookup } from 'mrmime';
import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.ts';
import { baseOf } from './lib/base.ts';

const help = `npm run bench:page -- [--dir dist] [--base /] [--runs 5] [--only report] [--check]

Prints a table of the weight of each kind of page of a built site: brotli size of the HTML, then, as a slow phone gets it
(cold, 1.6 Mbps, 150 ms, CPU ×4), requests, bytes and script before the first interaction, and the first contentful paint
beside that of the bare text of the same report in the same run (median of the runs). The report is the one nearest to
20,000 characters, for which the limits are meant.
--only   the bare text and the kinds of page whose names have this word
--check  fails where a page is heavier than it may be`;

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: process.env.DIST || 'dist' },
    base: { type: 'string', default: process.env.BASE || '/' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

interface Kind {
  name: string;
  /** Below the base. */
  path: string;
  limits?: Partial<Record<'html' | 'requests' | 'bytes' | 'script' | 'paint', number>>;
}

interface Visit {
  requests: number;
  bytes: number;
  script: number;
  paint: number;
}

const kB = 1000;
const reportLimits = { html: 27 * kB, requests: 4, bytes: 36 * kB, script: 6 * kB, paint: 1.25 };

if (values.help) console.log(help);
else process.exitCode = (await bench(resolve(values.dir), baseOf(values.base), Number(values.runs))) && values.check ? 1 : 0;

/** Prints the table; true where a limit is broken. */
async function bench(dir: string, base: string, runs: number): Promise<boolean> {
  const all = chooseKinds(dir, base);
  const kinds = all.filter(({ name }, i) => i === 0 || name.includes(values.only));
  const server = serve(dir, base, bareHtml(readFileSync(join(dir, all[1]?.path ?? '', 'index.html'), 'utf8')));
  const url = await server.start();
  const browser = await chromium.launch({ executablePath: (await ensureBrowser()).path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const visits = new Map<Kind, Visit[]>(kinds.map((kind) => [kind, []]));
    for (let run = 0; run < runs; run++) for (const kind of kinds) visits.get(kind)?.push(await visit(browser, url + kind.path.slice(1)));
    const bare = median((visits.get(kinds[0] as Kind) ?? []).map(({ paint }) => paint));
    console.log('| page | HTML kB | requests | bytes kB | script kB | first paint ms | × bare |');
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    return kinds
      .map((kind) => printRow(kind, visits.get(kind) ?? [], server.compressed(base + kind.path.slice(1)).length, bare))
      .some(Boolean);
  } finally {
    await browser.close();
    server.stop();
  }
}

/** A row of the table; true where a limit is broken. */
function printRow({ name, limits = {} }: Kind, visits: readonly Visit[], html: number, bare: number): boolean {
  const [requests, bytes, script, paint] = (['requests', 'bytes', 'script', 'paint'] as const).map((key) =>
    median(visits.map((v) => v[key])),
  );
  const found = { html, requests, bytes, script, paint: (paint ?? 0) / bare };
  const broken = Object.entries(limits).filter(([key, limit]) => (found[key as keyof typeof found] ?? 0) > limit);
  const size = (value = 0) => (value / kB).toFixed(1);
  const row = [name, size(html), requests, size(bytes), size(script), Math.round(paint ?? 0), ((paint ?? 0) / bare).toFixed(2)];
  console.log(`| ${row.join(' | ')} |${broken.map(([key, limit]) => ` over its limit: ${key} ${limit}`).join(',')}`);
  return broken.length > 0;
}

/** The report nearest to 20,000 characters and what stands around it; a kind of page that the site lacks is left out. */
function chooseKinds(dir: string, base: string): Kind[] {
  const records = JSON.parse(readFileSync(join(dir, 'data/reports.json'), 'utf8')) as {
    kind: string;
    url: string;
    characters: number;
    outline: { id: string }[];
  }[];
  const nearest = (kind: string, characters: number) =>
    records
      .filter((record) => record.kind === kind && existsSync(join(dir, record.url, 'index.html')))
      .sort((a, b) => Math.abs(a.characters - characters) - Math.abs(b.characters - characters))[0];
  const report = nearest('report', 20_000);
  if (!report) throw new Error(`${dir}/data/reports.json has no report; build the site with \`npm run build\``);
  const sections = report.outline.map(({ id }) => `${report.url}${id}/`).filter((path) => existsSync(join(dir, path, 'index.html')));
  const bySize = sections.sort((a, b) => statSync(join(dir, a, 'index.html')).size - statSync(join(dir, b, 'index.html')).size);
  const first = (page: string) => firstLink(dir, base, page);
  const candidates: (Kind | null)[] = [
    { name: 'bare text', path: '/bare-text/' },
    { name: `report (${report.characters} characters)`, path: report.url, limits: reportLimits },
    { name: 'section (median)', path: bySize[bySize.length >> 1] ?? '', limits: { html: 9 * kB } },
    { name: 'section (largest)', path: bySize.at(-1) ?? '', limits: { html: 9 * kB } },
    { name: 'article (longest)', path: nearest('article', 20_000)?.url ?? '' },
    { name: 'home', path: '/' },
    { name: 'region', path: report.url.replace(/[^/]+\/$/, '') },
    { name: 'glossary', path: '/glossary/' },
    { name: 'term', path: first('/glossary/') },
    { name: 'indicators', path: '/indicators/' },
    { name: 'indicator', path: first('/indicators/') },
    { name: 'data', path: '/data/' },
    { name: 'search', path: '/search/' },
    { name: 'about', path: '/about/' },
  ];
  return candidates
    .filter((kind) => kind !== null)
    .filter(({ path }) => path === '/bare-text/' || (path && existsSync(join(dir, path, 'index.html'))));
}

/** The first page below a page that it links to. */
function firstLink(dir: string, base: string, page: string): string {
  const file = join(dir, page, 'index.html');
  if (!existsSync(file)) return '';
  const start = base + page.slice(1);
  const links = [...parseHTML(readFileSync(file, 'utf8')).document.querySelectorAll('main a[href]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  const found = links.find((link) => link.startsWith(start) && link.length > start.length && !link.includes('#'));
  return found ? `/${found.slice(base.length)}` : '';
}

/** The same text with nothing around it, as the measure of what a page adds. */
function bareHtml(html: string): string {
  const { document } = parseHTML(html);
  for (const node of document.querySelectorAll('article [data-editorial]')) node.remove();
  const blocks = [...document.querySelectorAll('article h1, article h2, article h3, article p')].map(
    (node) => `<p>${node.textContent}</p>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bare</title>${blocks.join('')}</html>`;
}

/** Serves brotli, each file compressed once. */
function serve(dir: string, base: string, bare: string) {
  const cache = new Map<string, Buffer>();
  const read = (path: string): Buffer | null => {
    if (path === `${base}bare-text/`) return Buffer.from(bare);
    const file = join(dir, decodeURIComponent(path.slice(base.length - 1)), path.endsWith('/') ? 'index.html' : '');
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
  };
  const compressed = (path: string): Buffer => {
    const known = cache.get(path) ?? brotliCompressSync(read(path) ?? Buffer.from(''));
    cache.set(path, known);
    return known;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!read(path)) return response.writeHead(404).end();
    const type = lookup(path.endsWith('/') ? 'html' : path) ?? 'application/octet-stream';
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'br' }).end(compressed(path));
  });
  return {
    compressed,
    start: () =>
      new Promise<string>((done) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          done(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${base}`);
        });
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A cold visit of a slow phone on a slow network, until nothing more comes. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const result: Visit = { requests: 0, bytes: 0, script: 0, paint: 0 };
    const scripts = new Set<string>();
    session.on('Network.requestWillBeSent', ({ requestId, type }) => {
      result.requests += 1;
      if (type === 'Script') scripts.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      result.bytes += encodedDataLength;
      if (scripts.has(requestId)) result.script += encodedDataLength;
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 93_750,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(800);
    result.paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    return result;
  } finally {
    await context.close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
