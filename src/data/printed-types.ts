const titleBlock = /^\S+ (title|session|date|speaker)$/;

/** Which lines stand in the title block of a document: `['title title', 'speaker speaker', 'p1', 'date date']` → title, speaker. */
export function printedTypes(blocks: readonly string[]): ReadonlySet<string> {
  const end = blocks.findIndex((block) => !titleBlock.test(block));
  const head = end === -1 ? blocks : blocks.slice(0, end);
  return new Set(head.map((block) => titleBlock.exec(block)?.[1] ?? ''));
}
