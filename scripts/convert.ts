import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convertArchive, readArchive } from './lib/archive.ts';
import { writeContent } from './lib/write-content.ts';

const help = `Converts seeds/ into content/.

npm run convert -- [options]
  --seeds DIR   folder of the raw texts (SEEDS, else seeds)
  --out DIR     folder to write (CONTENT, else content)
  --check       write nothing; fail where the folder differs from what would be written
  --tree        print the outline of every document
  --help`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS ?? 'seeds' },
    out: { type: 'string', default: process.env.CONTENT ?? 'content' },
    check: { type: 'boolean', default: false },
    tree: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const archive = await convertArchive(values.seeds, readArchive(values.out));
  for (const record of archive.records) {
    const observations = archive.observations.filter(({ report }) => report === record.id).length;
    const place = record.region?.fullName ?? '';
    console.log(
      `${record.id}  ${record.kind}  ${place}  ${record.characters} characters, ${record.outline.filter(({ depth }) => depth < 3).length} sections, ${record.notes.length} notes, ${observations} figures, ${record.messages.length} doubts`,
    );
    if (values.tree) for (const { depth, num, title, id } of record.outline) console.log(`${'  '.repeat(depth)}${num} ${title}  #${id}`);
  }
  if (archive.failures > 0) console.error(`${archive.failures} files were not read; see messages.txt`);
  if (values.check) check(archive.files);
  else
    await writeContent(values.out, (writer) => {
      for (const [path, text] of archive.files) writer.write(path, text);
    });
}

/** Fails with the names of the files that differ. */
function check(files: ReadonlyMap<string, string>): void {
  const differing = [...files].filter(([path, text]) => {
    const file = join(values.out, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (differing.length === 0) return console.log(`${values.out} is what ${values.seeds} gives`);
  console.error(
    `${values.out} differs from what ${values.seeds} gives: ${differing.map(([path]) => path).join(', ')}. Run: npm run convert`,
  );
  process.exitCode = 1;
}
