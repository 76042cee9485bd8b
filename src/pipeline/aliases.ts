import type { ReportRecord } from '../schemas/report.ts';

/** What an earlier conversion published of a document. */
export type Published = Pick<ReportRecord, 'blocks' | 'aliases' | 'seed'>;

/**
 * Anchors of earlier conversions that the document has no more, or that now stand at another text, with the anchor that holds
 * their text now. `blocks`: the anchors of today and where their text ends in the seed. Seeds never change, so an offset finds its text: { 's2-p3': 's2-1-p1' }
 */
export function aliases(before: Published | null, blocks: readonly { anchor: string; end: number }[]): Record<string, string> {
  if (!before) return {};
  const current = new Set(blocks.map(({ anchor }) => anchor));
  const places = new Map<string, number>(before.blocks.map(({ id, start }) => [id, start]));
  const result: Record<string, string> = {};
  const holder = (offset: number): string | undefined => (blocks.find(({ end }) => offset < end) ?? blocks.at(-1))?.anchor;
  for (const [id, start] of places) if (!current.has(id)) set(result, id, holder(start));
  for (const [old, anchor] of Object.entries(before.aliases)) {
    const start = places.get(anchor);
    if (!current.has(old) && start !== undefined) set(result, old, holder(start));
  }
  return Object.fromEntries(Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function set(result: Record<string, string>, old: string, anchor: string | undefined): void {
  if (anchor !== undefined) result[old] = anchor;
}
