import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive, contentFolder } from './archive.ts';
import { passage } from './url.ts';

/** The words of a document's blocks by anchor, and all of them after each other. */
interface Words {
  blocks: ReadonlyMap<string, string>;
  all: string;
}

const texts = new Map<string, Words>();

/**
 * The part of a URL that marks `quote` in the block `anchor` of document `id`. A browser marks the first place on a page that
 * has the words (固定资产投资增长10% may be a result and a target), so where they stand elsewhere too, the words before them are named.
 */
export function passageIn(id: string, anchor: string, quote: string): string {
  const { blocks, all } = wordsOf(id);
  const own = blocks.get(anchor) ?? '';
  const at = own.indexOf(quote);
  if (at === -1) return `#${anchor}`;
  const prefixes = ['', ...clausesBefore(own.slice(0, at))];
  const prefix = prefixes.find((before) => occursOnce(all, before + quote)) ?? '';
  return passage(anchor, quote, prefix);
}

function occursOnce(text: string, words: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words);
}

/** What stands before the quote, from the beginning of each clause on, the shortest first. */
function clausesBefore(text: string): string[] {
  const clauses = text.match(/[^，,；;。：:、]*[，,；;。：:、]*/gu)?.filter(Boolean) ?? [];
  return clauses.map((_, i) => clauses.slice(clauses.length - 1 - i).join(''));
}

/** As the content collection has them. */
function wordsOf(id: string): Words {
  const known = texts.get(id);
  if (known) return known;
  const record = archive().byId.get(id);
  const [, , body = ''] = readFileSync(join(contentFolder(), `${record?.kind ?? 'report'}s`, `${id}.mdx`), 'utf8').split(/^---\n/m);
  const anchors = record?.blocks.map((block) => block.id) ?? [];
  const paragraphs = body.trim().split(/\n{2,}/);
  const blocks = new Map(anchors.length === paragraphs.length ? anchors.map((anchor, i) => [anchor, plain(paragraphs[i] ?? '')]) : []);
  const words = { blocks, all: [...blocks.values()].join('\n') };
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
