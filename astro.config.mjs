import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { accentColours } from './src/integrations/accent-colours.ts';
import { rehypeStatic } from './src/integrations/rehype-static.ts';
import { remarkDocument } from './src/integrations/remark-document.ts';
import { shareStyles } from './src/integrations/share-styles.ts';
import { watchSeeds } from './src/integrations/watch-seeds.ts';

const { SITE = '', BASE = '', SEEDS = '', CONTENT = '', DIST = '' } = process.env;

/** `repository`, `/repository` and `/repository/` are the same base. */
const base = `/${BASE}/`.replace(/\/+/g, '/');

export default defineConfig({
  site: SITE || 'https://example.org',
  base,
  trailingSlash: 'always',
  output: 'static',
  outDir: DIST || 'dist',
  // Two archives that are built from one checkout must not share the store of the collections.
  cacheDir: `.cache/astro/${encodeURIComponent(CONTENT || 'content')}`,
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [mdx(), accentColours(), shareStyles(), watchSeeds(SEEDS || 'seeds', CONTENT || 'content')],
  markdown: {
    syntaxHighlight: false,
    // Smart punctuation rewrites quotes, dashes and `...` of the source.
    processor: unified({ gfm: true, smartypants: false, remarkPlugins: [remarkDocument], rehypePlugins: [rehypeStatic] }),
  },
  vite: {
    // LightDark: nothing uses light-dark(), and preparing for it only adds bytes to every page.
    css: { lightningcss: { exclude: 1 << 20 } },
    // The oldest Chromium that the pages are tested in.
    build: { target: ['chrome92', 'safari15', 'firefox100'], cssTarget: ['chrome92', 'safari15', 'firefox100'] },
    // Every page names its scripts: a hash is name enough.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: 'assets/[hash].js' } } } } },
  },
});
