import type { Blockquote } from 'mdast';

/** An element around blocks. mdast has no sections: a blockquote with another name is rendered as one. */
export function element(hName: string, hProperties: Record<string, string | string[]>, children: Blockquote['children']): Blockquote {
  return { type: 'blockquote', data: { hName, hProperties }, children };
}
