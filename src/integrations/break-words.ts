import type { PhrasingContent } from 'mdast';
import { titleWords } from '../text/title-words.ts';

/** `<wbr>` between the words of a title, so that a line never ends inside one. No character is added. */
export function breakWords(nodes: readonly PhrasingContent[], names: readonly string[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    return titleWords(node.value, names).flatMap((value, i): PhrasingContent[] => (i === 0 ? [text(value)] : [wbr(), text(value)]));
  });
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function wbr(): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'wbr' }, children: [] };
}
