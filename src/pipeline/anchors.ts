import type { OutlineEntry } from '../schemas/report.ts';
import type { Block } from './block.ts';
import { bareTitle } from './heading-lines.ts';
import { markOf } from './marks.ts';
import { ordinalOf } from './ordinals.ts';

/**
 * Gives every block its anchor, in place: sections `s2`, `s2-8` by the printed ordinals of 二、 and （八） (by their order where these are
 * missing or repeat), paragraphs `s2-8-p3`, attachments `a1`, the list of notes `notes`, notes `note-12`.
 * The one place where anchors are made.
 */
export function anchors(blocks: readonly Block[]): void {
  const ids = sectionIds(blocks);
  const used = new Map<string, number>();
  const unique = (id: string): string => {
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : unique(`${id}-${count}`);
  };
  let section = '';
  let paragraph = 0;
  for (const block of blocks) {
    const id = ids.get(block);
    if (id !== undefined) {
      section = block.anchor = unique(id);
      paragraph = 0;
    } else if (isFront(block)) block.anchor = unique(block.type);
    else if (block.type === 'note') block.anchor = unique(`note-${block.n ?? 0}`);
    else block.anchor = unique(`${section === '' ? '' : `${section}-`}p${++paragraph}`);
    block.section = section;
  }
}

const isFront = ({ type }: Block): boolean => type === 'title' || type === 'session' || type === 'date' || type === 'speaker';

/** Ids of the headings that open a section: depth 1 and 2, attachments, the list of notes. */
function sectionIds(blocks: readonly Block[]): Map<Block, string> {
  const heads = blocks.filter(({ type, depth }) => type === 'heading' && (depth ?? 3) <= 2);
  const result = new Map<Block, string>();
  const body = heads.filter(({ attachment }) => !attachment);
  const groups: { top: Block | null; subs: Block[] }[] = [{ top: null, subs: [] }];
  for (const head of body) {
    if (head.depth === 1) groups.push({ top: head, subs: [] });
    else groups.at(-1)?.subs.push(head);
  }
  const tops = ordinals(groups.slice(1).map(({ top }) => top?.num ?? ''));
  groups.forEach(({ top, subs }, i) => {
    const number = i === 0 ? 0 : (tops[i - 1] ?? i);
    if (top) result.set(top, `s${number}`);
    const inner = ordinals(subs.map(({ num }) => num ?? ''));
    subs.forEach((sub, k) => void result.set(sub, `s${number}-${inner[k]}`));
  });
  let attachment = 0;
  for (const head of heads) if (head.attachment) result.set(head, head.num === '' && head.part === 'notes' ? 'notes' : `a${++attachment}`);
  return result;
}

/** The printed ordinals where all are there and rise; else 1, 2, 3 … */
function ordinals(nums: readonly string[]): number[] {
  const printed = nums.map(ordinalOf);
  const rising = printed.every((n, i) => n !== null && (i === 0 || n > (printed[i - 1] ?? 0)));
  return printed.map((n, i) => (rising && n !== null ? n : i + 1));
}

/** The headings of a document, and its leads as depth 3, with the anchors that `anchors` gave them. */
export function outlineEntries(blocks: readonly Block[]): OutlineEntry[] {
  return blocks.flatMap((block): OutlineEntry[] => {
    const { start, end } = block.text;
    const base = { id: block.anchor, ...(block.attachment ? { attachment: true as const } : {}) };
    if (block.type === 'heading') {
      return [
        { ...base, depth: block.depth ?? 3, num: block.num ?? '', title: block.title ?? '', runIn: block.runIn ?? false, start, end },
      ];
    }
    if (!block.lead) return [];
    const words = block.text.value.slice(0, block.lead);
    const mark = markOf(words);
    return [
      {
        ...base,
        depth: 3,
        num: mark?.num ?? '',
        title: bareTitle(words.slice(mark?.length ?? 0)),
        runIn: true,
        ...block.text.seedRange(0, block.lead),
      },
    ];
  });
}
