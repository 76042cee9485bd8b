import type { PhrasingContent } from 'mdast';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * `<wbr>` between the words of a title, so that a line never ends inside one: 长沙市|开福区|政府|工作|报告. No character is added.
 * `names` are kept whole: no dictionary of a segmenter knows every 开福区.
 */
export function breakWords(nodes: readonly PhrasingContent[], names: readonly string[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const words = splitNames(node.value, names).flatMap((part) =>
      names.includes(part) ? [part] : mergeNumbers([...segmenter.segment(part)]),
    );
    return words.flatMap((value, i): PhrasingContent[] => (i === 0 ? [text(value)] : [wbr(), text(value)]));
  });
}

/** 2020年|长沙市|开福区|政府工作报告 */
function splitNames(value: string, names: readonly string[]): string[] {
  const [name, ...others] = names;
  if (!name) return value ? [value] : [];
  return value.split(name).flatMap((part, i) => (i === 0 ? splitNames(part, others) : [name, ...splitNames(part, others)]));
}

/** Punctuation stays with the word before it, and a unit or counter with its number: 2020年. */
function mergeNumbers(segments: readonly Intl.SegmentData[]): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segments) {
    const last = words.at(-1);
    const isCounter = last !== undefined && /\d$/.test(last) && segment.length === 1;
    if (last !== undefined && (!isWordLike || isCounter)) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function wbr(): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'wbr' }, children: [] };
}
