import type { Link, Nodes, PhrasingContent } from 'mdast';
import type { DocumentBlock } from './remark-document.ts';

/** Behind every note an editorial link to each block that uses it. */
export function noteBackLinks(blocks: readonly DocumentBlock[]): void {
  const uses = usesByNote(blocks);
  for (const { anchor, type, node } of blocks) {
    if (type !== 'note') continue;
    const places = uses.get(anchor) ?? [];
    const links = places.map((place, i) => backLink(place, places.length > 1 ? `回正文${i + 1}` : '回正文'));
    if (links.length > 0) node.children.push(editorial(links));
  }
}

function usesByNote(blocks: readonly DocumentBlock[]): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { anchor, node } of blocks) {
    for (const target of new Set(noteTargets(node))) uses.set(target, [...(uses.get(target) ?? []), anchor]);
  }
  return uses;
}

function noteTargets(node: Nodes): string[] {
  const here = node.type === 'link' && node.url.startsWith('#note-') ? [node.url.slice(1)] : [];
  return 'children' in node ? [...here, ...node.children.flatMap(noteTargets)] : here;
}

function backLink(anchor: string, label: string): Link {
  return { type: 'link', url: `#${anchor}`, children: [{ type: 'text', value: label }] };
}

function editorial(children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'span', hProperties: { className: ['back'], 'data-editorial': '' } }, children };
}
