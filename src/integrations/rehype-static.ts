import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type {} from 'mdast-util-mdx';

/** Between these, white space has no meaning. */
const flow = new Set(['header', 'section', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td']);

/**
 * The whole tree → one string of HTML in one fragment: nothing in a text needs a component, and one string
 * compiles and renders faster than a node a paragraph.
 */
export function rehypeStatic() {
  return (tree: Root): void => {
    dropBlanks(tree);
    const html = { type: 'mdxJsxAttribute' as const, name: 'set:html', value: toHtml(tree, { collapseEmptyAttributes: true }) };
    tree.children = [{ type: 'mdxJsxFlowElement', name: 'Fragment', attributes: [html], children: [] }];
  };
}

function dropBlanks(node: Root | Element): void {
  if (node.type === 'root') node.children = node.children.filter((child) => !isBlank(child));
  else if (flow.has(node.tagName)) node.children = node.children.filter((child) => !isBlank(child));
  for (const child of node.children) if (child.type === 'element') dropBlanks(child);
}

function isBlank(node: RootContent | ElementContent): boolean {
  return node.type === 'text' && /^\s*$/.test(node.value);
}
