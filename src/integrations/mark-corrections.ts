import type { Nodes, PhrasingContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { correctionsOf } from '../data/corrections.ts';
import type { Correction } from '../schemas/corrections.ts';
import type { DocumentBlock } from './remark-document.ts';

/** Sets the quote of every correction in `<del>` and the replacement behind it in an editorial `<ins>`. */
export function markCorrections(id: string, blocks: readonly DocumentBlock[]): void {
  for (const correction of correctionsOf(id)) {
    const block = blocks.find(({ node }) => textOf(node).includes(correction.quote));
    if (block) markIn(block.node, correction);
  }
}

function markIn(node: DocumentBlock['node'], correction: Correction): void {
  const start = textOf(node).indexOf(correction.quote);
  const end = start + correction.quote.length;
  let at = 0;
  node.children = split(node.children);

  function split(nodes: PhrasingContent[]): PhrasingContent[] {
    return nodes.flatMap((child): PhrasingContent[] => {
      if (child.type === 'text') return splitText(child);
      if ('children' in child) child.children = split(child.children);
      return [child];
    });
  }

  function splitText({ value }: Text): PhrasingContent[] {
    const from = at;
    at += value.length;
    const [a, b] = [Math.max(start, from) - from, Math.min(end, at) - from];
    if (a >= b) return [text(value)].filter(hasText);
    const struck: PhrasingContent = { type: 'emphasis', data: { hName: 'del' }, children: [text(value.slice(a, b))] };
    const added = end <= at && correction.replacement ? [insertion(correction)] : [];
    return [text(value.slice(0, a)), struck, ...added, text(value.slice(b))].filter(hasText);
  }
}

function insertion({ replacement, reason, by, date }: Correction): PhrasingContent {
  const hProperties = { 'data-editorial': '', title: `更正：${reason}（${by}，${date}）` };
  return { type: 'emphasis', data: { hName: 'ins', hProperties }, children: [text(replacement)] };
}

function text(value: string): Text {
  return { type: 'text', value };
}

function hasText(node: Nodes): boolean {
  return node.type !== 'text' || node.value !== '';
}
