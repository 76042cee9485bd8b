import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ReportRecord } from '../src/schemas/report.ts';
import { convertArchive, type Watcher } from './lib/archive.ts';
import { type ConversionCache, cacheFolder, openCache } from './lib/conversion-cache.ts';
import { progress } from './lib/progress.ts';
import { readPublished } from './lib/published.ts';
import { writeContent } from './lib/write-content.ts';

const help = `Converts seeds/ into content/.

npm run convert -- [options]
  --seeds DIR   folder of the raw texts (SEEDS, else seeds)
  --out DIR     folder to write (CONTENT, else content)
  --check       write nothing; fail where the folder differs from what would be written
  --fresh       convert unchanged seeds too; without it they are taken from .cache/convert
  --tree        print the outline of every document
  --help`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS || 'seeds' },
    out: { type: 'string', default: process.env.CONTENT || 'content' },
    check: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    tree: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else if (values.check) await check();
else await convertInto(values.out, values.fresh ? null : openCache(cacheFolder(values.out), values.seeds));

async function convertInto(out: string, cache: ConversionCache | null): Promise<void> {
  const bar = progress('convert');
  const watch: Watcher = { begin: bar.begin, seed: ({ path }) => bar.step(path), document: bar.shown ? undefined : tell };
  await writeContent(out, async (writer) => {
    const { converted, unchanged, failures } = await convertArchive(values.seeds, readPublished(values.out), writer, watch, cache);
    bar.end();
    console.log(`convert: ${converted} seeds converted, ${unchanged} unchanged`);
    if (failures > 0) console.error(`${failures} files were not read; see messages.txt`);
  });
}

/** An unchanged document was told of when it was converted. */
function tell(record: ReportRecord, observations: number, unchanged: boolean): void {
  if (unchanged && !values.tree) return;
  const { id, kind, region, characters, outline, notes, messages } = record;
  const sections = outline.filter(({ depth }) => depth < 3).length;
  const counted = `${characters} characters, ${sections} sections, ${notes.length} notes, ${observations} figures, ${messages.length} doubts`;
  console.log(`${id}  ${kind}  ${region?.fullName ?? ''}  ${counted}`);
  if (values.tree) for (const { depth, num, title, id } of outline) console.log(`${'  '.repeat(depth)}${num} ${title}  #${id}`);
}

/** Converts into a temporary folder and fails with the names of the files that differ. */
async function check(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'convert-check-'));
  try {
    const fresh = join(folder, 'content');
    await convertInto(fresh, null);
    const differing = [...new Set([...filesOf(fresh), ...filesOf(values.out)])].filter(
      (path) => contentOf(fresh, path) !== contentOf(values.out, path),
    );
    if (differing.length === 0) return console.log(`${values.out} is what ${values.seeds} gives`);
    console.error(`${values.out} differs from what ${values.seeds} gives: ${differing.join(', ')}. Run: npm run convert`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function contentOf(folder: string, path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
