import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { convert } from '../src/pipeline/convert.ts';
import { extract } from '../src/pipeline/extract.ts';
import { wantedId } from '../src/pipeline/record.ts';
import { statedTextSchema } from '../src/schemas/manifest.ts';
import { describeDocument } from './lib/describe-document.ts';
import { loadKnowledge } from './lib/knowledge.ts';
import { manifestWithRow } from './lib/manifest-row.ts';
import { readPublished } from './lib/published.ts';
import { isSeedName, listSeeds } from './lib/seeds.ts';

const help = `npm run seed -- add FILE [--name NAME] [--source NAME] [--url URL]

Copies FILE into the folder of seeds (SEEDS, else seeds), shows what the converter recognises in it and what is doubtful, and
writes a row for it into manifest.yml, to be confirmed or corrected by hand.
--name NAME    name of the copy (else that of FILE)
--source NAME  where the text comes from: 长沙市开福区人民政府门户网站
--url URL      its address`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, source: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean' } },
});
const [command, file] = positionals;

if (values.help || command !== 'add' || !file) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const problem = await add(file, process.env.SEEDS || 'seeds');
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}

/** Adds one file; returns what is wrong with it, if nothing was added. */
async function add(file: string, seeds: string): Promise<string | null> {
  if (!existsSync(file)) return `没有 ${file} 这个文件`;
  const name = values.name ?? basename(file);
  if (!isSeedName(name)) return `${name} 不能作种子的文件名：扩展名应是 .txt .md .html .docx .csv .json 之一，不带路径；可用 --name 另取`;
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(seeds, { recursive: true });
  const same = listSeeds(seeds).files.find(({ absolute }) => createHash('sha256').update(readFileSync(absolute)).digest('hex') === sha256);
  if (same) return `这份原文已经有了：${join(seeds, same.path)}`;
  if (existsSync(join(seeds, name))) return `${join(seeds, name)} 已经有了，内容不同；请用 --name 另取文件名`;
  const text = await extract(bytes, name);
  if (text.refused) return text.messages.map(({ text: what, action }) => `${what}。${action}`).join('\n');
  const documents = convert({ path: name, value: text.value, stated: [], pieces: text.pieces }, loadKnowledge(seeds));
  if (documents.length === 0) return `${name} 里没有可读的文字`;
  const source = { ...(values.source ? { name: values.source } : {}), ...(values.url ? { url: values.url } : {}) };
  const row = statedTextSchema.safeParse({ path: name, sha256, ...(Object.keys(source).length > 0 ? { source } : {}) });
  if (!row.success)
    return `这一行写不进 manifest.yml：${row.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('；')}`;
  const manifest = manifestWithRow(seeds, row.data, documents);
  writeFileSync(join(seeds, name), bytes, { flag: 'wx' });
  writeFileSync(join(seeds, 'manifest.yml'), manifest);
  const published = readPublished(process.env.CONTENT || 'content');
  console.log(`${join(seeds, name)}　${text.encoding}，${documents.length} 篇`);
  for (const { text: what, action } of text.messages) console.log(`  ${what}。${action}`);
  for (const document of documents) {
    console.log(`\n${describeDocument(document, text.value).join('\n')}`);
    if (published.has(wantedId(document))) console.log(`  已经有 ${wantedId(document)} 这一篇：请看是不是同一份报告`);
  }
  console.log(`\n已写入 ${join(seeds, 'manifest.yml')}：请核对末尾一行。随后运行 npm run convert`);
  return null;
}
