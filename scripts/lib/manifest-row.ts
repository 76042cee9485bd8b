import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument, stringify, YAMLSeq } from 'yaml';
import type { Converted } from '../../src/pipeline/convert.ts';
import type { StatedText } from '../../src/schemas/manifest.ts';

/**
 * `manifest.yml` of a folder of seeds with one row more. What was recognised stands below the row as a comment: a person who takes away
 * the `#` states it. The rest of the file, comments included, stays as it is.
 */
export function manifestWithRow(seeds: string, row: StatedText, documents: readonly Converted[]): string {
  const file = join(seeds, 'manifest.yml');
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : 'texts: []\n');
  if (document.errors[0]) throw new Error(`${file} is no YAML: ${document.errors[0].message}`);
  if (!isSeq(document.get('texts'))) document.set('texts', new YAMLSeq());
  const texts = document.get('texts');
  if (!isSeq(texts)) throw new Error(`${file} has no list of texts: write "texts:" above its rows`);
  texts.flow = false;
  const node = document.createNode(row);
  node.comment = ` 认出的内容如下；要确认或更正，请去掉行首的 #，再改：\n${comment(documents)}`;
  texts.add(node);
  return document.toString({ lineWidth: 0 });
}

function comment(documents: readonly Converted[]): string {
  const rows = documents.map(({ title, region, year, session, deliveredOn, speaker, completeness, kind, blocks }) => ({
    match: blocks[0]?.text.value.slice(0, 40) ?? title,
    kind,
    title,
    ...(region ? { region: region.code ?? region.fullName } : {}),
    ...(year === null ? {} : { year }),
    ...(session === null ? {} : { session }),
    ...(deliveredOn === null ? {} : { deliveredOn }),
    ...(speaker === null ? {} : { speaker }),
    completeness,
  }));
  const yaml = stringify({ documents: rows }, { lineWidth: 0 }).trimEnd();
  return yaml
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
