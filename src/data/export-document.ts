import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as nodeText } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { SKIP, visit } from 'unist-util-visit';

const frontmatter = /^---\n[\s\S]*?\n---\n/;

/** The body of a file of content/reports as plain GFM, and as text with one block a line. Its few elements are read as HTML, which is quick. */
export function exportDocument(mdx: string): { markdown: string; text: string } {
  const tree = fromMarkdown(mdx.replace(frontmatter, ''), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const text = tree.children.map(blockText).join('\n');
  return { markdown: toMarkdown(plain(tree), { extensions: [gfmToMarkdown()] }), text: `${text}\n` };
}

/** [^3] is the archive's own mark: the text is without it. */
function blockText(block: RootContent): string {
  const parts: string[] = [];
  visit(block, (node) => {
    if (node.type === 'footnoteReference') return SKIP;
    if ('value' in node && node.type !== 'html') parts.push(nodeText(node));
  });
  return oneLine(parts.join(''));
}

/** A line break inside a block (a note's definition below its term) joins Han characters, and parts Latin words. */
function oneLine(text: string): string {
  return text.replace(/(?<=[^\x20-\x7e])\n|\n(?=[^\x20-\x7e])/gu, '').replaceAll('\n', ' ');
}

/** Without the elements and links that only the site's own rendering reads; leads stay `<b>`, which Markdown cannot set before a Han character. */
function plain(tree: Root): Root {
  visit(tree, (node: Nodes, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const inner = unwrapped(node);
    if (inner === null) return;
    parent.children.splice(index, 1, ...inner);
    return index;
  });
  return tree;
}

/** What stands in place of a node; null where the node stays. */
function unwrapped(node: Nodes): PhrasingContent[] | null {
  if (node.type === 'link' && node.url.startsWith('#')) return node.children;
  return node.type === 'html' && !/^<\/?b>$/.test(node.value) ? [] : null;
}
