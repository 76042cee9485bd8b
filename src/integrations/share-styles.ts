import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The styles that Astro put into a page; the accents of the archive, which are shorter, stay. */
const inlineStyles = /<style>([^<]{500,})<\/style>/g;

/** glossary/hai-mian-cheng-shi/, hunan/changsha/kaifu/2020/s2-8/ */
const sharing = /^glossary\/|\/\d{4}(?:-\d+)?\/[^/]+\/$/;

/**
 * Takes the styles of terms and sections out into files that these pages share. A page of which an archive has tens of thousands,
 * and which mostly is styles, must not carry them each; where readers arrive first, they stay inline.
 */
export function shareStyles(): AstroIntegration {
  let base = '/';
  return {
    name: 'share-styles',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, pages }) => {
        const out = fileURLToPath(dir);
        const sheets = new Map<string, string>();
        for (const { pathname } of pages) {
          if (!sharesStyles(pathname)) continue;
          const path = join(out, pathname, 'index.html');
          await writeFile(path, linked(await readFile(path, 'utf8'), base, sheets));
        }
        await mkdir(join(out, 'assets'), { recursive: true });
        for (const [name, css] of sheets) await writeFile(join(out, 'assets', name), css);
      },
    },
  };
}

/** `pathname` as Astro names a page: below BASE, without a slash before it. */
export function sharesStyles(pathname: string): boolean {
  return sharing.test(pathname);
}

/** `html` with links in place of its styles, which go into `sheets` by name. */
export function linked(html: string, base: string, sheets: Map<string, string>): string {
  return html.replace(inlineStyles, (_, css: string) => {
    const name = `shared.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
    sheets.set(name, css);
    return `<link rel="stylesheet" href="${base}assets/${name}">`;
  });
}
