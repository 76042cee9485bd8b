import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { buildSync } from 'esbuild';
import { withContentSecurity } from '../src/publish/content-security.ts';
import { sitemap } from '../src/publish/sitemap.ts';
import { baseOf } from './lib/base.ts';
import { cardsOf, writeShareCards } from './lib/share-cards.ts';
import { walk } from './lib/walk.ts';

const help = `node scripts/finish.ts

What is done to the built pages in dist/: share cards, icons, content security policy, sitemap, robots.txt, service worker.
The environment variables SITE, BASE, DIST and CONTENT say the same as for \`npm run build\`.`;

/** Finishes a built site in place. `root` is its absolute address with a slash at the end. */
export async function finish({ dist, content, root }: { dist: string; content: string; root: string }): Promise<void> {
  await writeShareCards(join(dist, 'og'), cardsOf(content));
  drawIcons(dist);
  const addresses = securePages(dist, root);
  if (addresses.length === 0) throw new Error(`no page of ${dist} says that it stands below ${root}: build it with the same SITE and BASE`);
  for (const [name, xml] of Object.entries(sitemap(addresses, root))) writeFileSync(join(dist, name), xml);
  writeFileSync(join(dist, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`);
  writeFileSync(join(dist, '.nojekyll'), '');
  writeServiceWorker(dist);
  console.log(`finish: ${addresses.length} addresses in the sitemap`);
}

function drawIcons(dist: string): void {
  const svg = readFileSync(join(dist, 'icon.svg'), 'utf8');
  for (const width of [192, 512]) {
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng();
    writeFileSync(join(dist, `icon-${width}.png`), png);
  }
}

/** Puts the policy into every page; returns the addresses of the pages that are their own canonical ones. */
function securePages(dist: string, root: string): string[] {
  const addresses: string[] = [];
  for (const path of walk(dist).filter((name) => name.endsWith('.html'))) {
    const file = join(dist, path);
    const html = readFileSync(file, 'utf8');
    if (!html.includes('<html')) continue;
    writeFileSync(file, withContentSecurity(html));
    const address = root + path.replace(/index\.html$/, '');
    if (html.includes(`<link rel="canonical" href="${address}">`)) addresses.push(address);
  }
  return addresses;
}

/** The worker knows its shell by name: home, the page for the time without a network, and the small files of every page. */
function writeServiceWorker(dist: string): void {
  const assets = walk(join(dist, 'assets')).map((name) => `assets/${name}`);
  const pages = ['index.html', 'offline/index.html'].filter((path) => existsSync(join(dist, path)));
  const hash = createHash('sha256');
  for (const path of [...pages, ...assets]) hash.update(path).update(readFileSync(join(dist, path)));
  const shell = [...pages.map((path) => path.replace(/index\.html$/, '') || './'), ...assets];
  buildSync({
    entryPoints: [join(import.meta.dirname, '../src/offline/service-worker.ts')],
    outfile: join(dist, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    define: { SHELL: JSON.stringify(shell), VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)) },
  });
}

if (import.meta.main) {
  const { SITE, BASE, DIST, CONTENT } = process.env;
  if (process.argv.includes('--help')) console.log(help);
  else
    await finish({
      dist: DIST || 'dist',
      content: CONTENT || 'content',
      root: (SITE || 'https://example.org').replace(/\/$/, '') + baseOf(BASE || '/'),
    });
}
