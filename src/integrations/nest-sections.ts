import type { Blockquote, Heading, Nodes, Paragraph, RootContent } from 'mdast';
import type { Project } from '../schemas/report.ts';
import { breakWords } from './break-words.ts';
import { element } from './element.ts';
import type { DocumentBlock } from './remark-document.ts';
import { type Cell, resultsTable } from './results-table.ts';

/** Lines that stand above the text. */
const headerTypes = new Set(['title', 'session', 'date', 'speaker']);

/**
 * Flat blocks → `<header>` with the lines above the text, then the text with `<section id="s1"><h2>…<section id="s1-1"><h3>…`.
 * `names` are places that a title names; `projects` tell which rows are a table. A heading of the second level without one of the first above it is an h2: no level is left out.
 */
export function nestSections(
  blocks: readonly DocumentBlock[],
  aliases: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
  projects: readonly Project[],
): RootContent[] {
  const first = blocks.findIndex((block) => !headerTypes.has(block.type));
  const head = first === -1 ? blocks : blocks.slice(0, first);
  const header = element(
    'header',
    {},
    head.map((block) => withAliases(headerLine(block, names), block.anchor, aliases)),
  );
  const root = element('div', {}, []);
  const sections: Blockquote[] = [];
  const cells = new Map<Nodes, Cell>();
  const open: { depth: number; node: Blockquote }[] = [];
  for (const block of blocks.slice(head.length)) {
    const { node } = block;
    if (node.type === 'heading' && node.depth > 1) {
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      const section = element('section', { id: block.anchor }, []);
      (open.at(-1)?.node ?? root).children.push(section);
      open.push({ depth: node.depth, node: section });
      sections.push(section);
      section.children.push(withAliases(sectionHeading(node, open.length + 1), block.anchor, aliases));
    } else {
      const line = withAliases(bodyLine(node), block.anchor, aliases);
      if (line.type === 'paragraph') cells.set(line, { anchor: block.anchor, isOrdinal: block.type === 'row ordinal', node: line });
      pushFlow((open.at(-1)?.node ?? root).children, block, line);
    }
  }
  for (const parent of [root, ...sections]) parent.children = parent.children.flatMap((child) => withTable(child, cells, projects));
  return [header, ...root.children];
}

/** The id is that of the section. */
function sectionHeading(node: Heading, level: number): Heading {
  return { ...node, depth: level === 2 ? 2 : level === 3 ? 3 : 4, data: {} };
}

/** A title in the middle of a text is a line like any other: a page has one h1. */
function bodyLine(node: Heading | Paragraph): Heading | Paragraph {
  return node.type === 'heading' ? { ...node, data: { ...node.data, hName: 'p' } } : node;
}

/** A title breaks between words only. */
function headerLine({ node, type }: DocumentBlock, names: readonly string[]): Heading | Paragraph {
  if (type !== 'title' || node.type !== 'heading') return bodyLine(node);
  return { ...node, children: breakWords(node.children, names) };
}

/** `div.rows` */
function isRows(node: Nodes | undefined): node is Blockquote {
  return node?.type === 'blockquote' && node.data !== undefined && 'hName' in node.data && node.data.hName === 'div';
}

/** Loose rows of a table stand together. */
function pushFlow(siblings: Blockquote['children'], block: DocumentBlock, node: Heading | Paragraph): void {
  const last = siblings.at(-1);
  if (!/^row\b/.test(block.type)) siblings.push(node);
  else if (isRows(last)) last.children.push(node);
  else siblings.push(element('div', { className: ['rows'] }, [node]));
}

function withTable(
  child: Blockquote['children'][number],
  cells: ReadonlyMap<Nodes, Cell>,
  projects: readonly Project[],
): Blockquote['children'] {
  if (!isRows(child)) return [child];
  const own = child.children.flatMap((node) => cells.get(node) ?? []);
  return resultsTable(own, projects) ?? [child];
}

/** Anchors of earlier conversions stand at the beginning of the block that holds their text now. */
function withAliases<T extends Heading | Paragraph>(node: T, anchor: string, aliases: ReadonlyMap<string, readonly string[]>): T {
  const old = aliases.get(anchor) ?? [];
  const spans = old.map((id) => ({
    type: 'emphasis' as const,
    data: { hName: 'span', hProperties: { id, 'data-editorial': '' } },
    children: [],
  }));
  return old.length === 0 ? node : { ...node, children: [...spans, ...node.children] };
}
