import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { Converted } from '../../src/pipeline/convert.ts';
import type { StatedText } from '../../src/schemas/manifest.ts';

/**
 * Adds a row to `manifest.yml` of a folder of seeds. What was recognised stands below the row as a comment: a person who takes away
 * the `#` states it. The rest of the file, comments included, stays as it is.
 */
export function addManifestRow(seeds: string, row: StatedText, documents: readonly Converted[]): void {
  const file = join(seeds, 'manifest.yml');
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : 'texts: []\n');
  const texts = document.get('texts');
  if (!isSeq(texts)) throw new Error(`${file} has no list of texts: write "texts:" above its rows`);
  texts.flow = false;
  const node = document.createNode(row);
  node.comment = ` 认出的内容如下；要确认或更正，请去掉行首的 #，再改：\n${comment(documents)}`;
  texts.add(node);
  writeFileSync(file, document.toString({ lineWidth: 0 }));
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
