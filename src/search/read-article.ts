/** One passage of a page: what stands in the element with this id and in no other one inside of it. */
export interface Passage {
  /** '' for text that has no anchor. */
  id: string;
  /** Ids of the sections around it, the outermost first; the heading of a section stands in that section. */
  path: readonly string[];
  text: string;
}

/** The few things of the DOM that are needed, so that any implementation will do. */
export interface TreeNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<TreeNode>;
  getAttribute?: (name: string) => string | null;
  hasAttribute?: (name: string) => boolean;
}

const textNode = 3;
const elementNode = 1;

/**
 * The text of `<article data-document>` by anchors, in order: a block's own text, or a section's heading. What is
 * editorial is left out; `ids` are the anchors that count.
 */
export function readArticle(article: TreeNode, ids: ReadonlySet<string>): Passage[] {
  const passages: { id: string; path: readonly string[]; text: string }[] = [{ id: '', path: [], text: '' }];
  const walk = (node: TreeNode, current: { path: readonly string[]; text: string }): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === textNode) current.text += child.textContent ?? '';
      else if (child.nodeType === elementNode && !child.hasAttribute?.('data-editorial')) {
        const id = child.getAttribute?.('id');
        if (id && ids.has(id)) {
          const isSection = child.nodeName.toLowerCase() === 'section';
          const passage = { id, path: isSection ? [...current.path, id] : current.path, text: '' };
          passages.push(passage);
          walk(child, passage);
        } else walk(child, current);
      }
    }
  };
  walk(article, passages[0] ?? { path: [], text: '' });
  return passages.map(({ id, path, text }) => ({ id, path, text: text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '');
}
