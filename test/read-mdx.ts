import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** The tree of a document's body, as the site parses it. */
export function parseMdx(mdx: string): Root {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, '');
  return fromMarkdown(body, { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] });
}

/** The words of a tree, without white space and without the references that the archive adds. */
export function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value.replace(/\s/gu, '') : '';
}

/** The types of all nodes of a tree, elements with their names. */
export function typesOf(node: Nodes): Set<string> {
  const own = 'name' in node && typeof node.name === 'string' ? `${node.type} ${node.name}` : node.type;
  return new Set([own, ...('children' in node ? node.children.flatMap((child) => [...typesOf(child)]) : [])]);
}
