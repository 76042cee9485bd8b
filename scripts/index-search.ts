import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { writeShards } from './lib/index-lanes.ts';
import { readSearchSource } from './lib/read-search-source.ts';
import { emptyBundle, writeTables } from './lib/write-index.ts';

const help = `node scripts/index-search.ts [--dist dist] [--content content]

Indexes a built site for its search: Pagefind's index and the texts into <dist>/pagefind/, the module into
<dist>/search/search.js. The environment variables DIST and CONTENT say the same.`;

/** Writes `pagefind/` and `search/search.js` into a built site. */
export async function indexSearch({ dist, content }: { dist: string; content: string }): Promise<{ shards: number; documents: number }> {
  if (!existsSync(dist)) throw new Error(`${dist} is missing: build the pages first (\`npm run build\`)`);
  const bundle = join(dist, 'pagefind');
  rmSync(join(dist, 'search/search.js'), { force: true });
  emptyBundle(bundle);
  const shards = await writeShards({ dist, content, bundle });
  const source = readSearchSource(dist, content);
  writeTables(bundle, source, shards);
  bundleSearch(join(dist, 'search/search.js'));
  return { shards: shards.length, documents: source.documents.length };
}

/** One small file without dependencies, which a page or another program can import. */
export function bundleSearch(path: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, '../src/search/search.ts')],
    outfile: path,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2022',
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: process.env.DIST || 'dist' },
      content: { type: 'string', default: process.env.CONTENT || 'content' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(help);
  else {
    const { shards, documents } = await indexSearch(values);
    console.log(`search: ${documents} documents in ${shards} parts of the index`);
  }
}
