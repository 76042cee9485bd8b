import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive, contentFolder } from './archive.ts';

/** The words of a document's blocks by anchor, and all of them after each other. */
export interface BlockWords {
  blocks: ReadonlyMap<string, string>;
  all: string;
}

const texts = new Map<string, BlockWords>();

/** The words of a document as the content collection has them; `blocks` is empty where they cannot be told apart. */
export function blockWords(id: string): BlockWords {
  const known = texts.get(id);
  if (known) return known;
  const record = archive().byId.get(id);
  const [, , body = ''] = readFileSync(join(contentFolder(), `${record?.kind ?? 'report'}s`, `${id}.mdx`), 'utf8').split(/^---\n/m);
  const anchors = record?.blocks.map((block) => block.id) ?? [];
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map(plain);
  const blocks = new Map(anchors.length === paragraphs.length ? anchors.map((anchor, i) => [anchor, paragraphs[i] ?? '']) : []);
  const words = { blocks, all: paragraphs.join('\n') };
  texts.set(id, words);
  return words;
}

/** Markdown of one block → its words. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+ |^\[\^\d+\]: /u, '')
    .replace(/\[\^\d+\]/gu, '')
    .replace(/\]\(#[^)]*\)/gu, ']')
    .replace(/<[^>]*>/gu, '')
    .replace(/(?<!\\)[[\]]/gu, '')
    .replace(/\\(.)/gu, '$1')
    .replace(/&#x([0-9A-F]+);/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
