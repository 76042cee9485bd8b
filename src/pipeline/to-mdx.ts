import type { FootnoteDefinition, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type MdxJsxTextElement, mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Range } from '../text/mapped-text.ts';
import type { Block } from './block.ts';
import type { Link } from './glossary.ts';
import { lacunae } from './lacunae.ts';

export interface MdxDocument {
  id: string;
  kind: 'report' | 'article';
  title: string;
  blocks: readonly Block[];
  links: ReadonlyMap<Block, readonly Link[]>;
  aliases: Readonly<Record<string, string>>;
}

/** `import ` and `export ` at the beginning of a paragraph would be code. */
const text: Handle = (node, parent, state, info) => {
  const written = defaultHandlers.text(node, parent, state, info);
  const code = info.before === '\n' ? /^(?:import|export)(?=[\s{*]|$)/u.exec(written) : null;
  return code ? `&#x${written.charCodeAt(0).toString(16)};${written.slice(1)}` : written;
};
const extensions = [gfmToMarkdown(), mdxToMarkdown(), { handlers: { text }, bullet: '-' as const, rule: '-' as const }];

/** The MDX of a document: frontmatter with the anchor of every block, and the text as plain Markdown. */
export function toMdx({ id, kind, title, blocks, links, aliases }: MdxDocument): string {
  const root: Root = { type: 'root', children: blocks.map((block) => node(block, links.get(block) ?? [])) };
  const frontmatter = stringify({ id, kind, title, blocks: blocks.map(entry), aliases });
  return `---\n${frontmatter}---\n\n${toMarkdown(root, { extensions })}`;
}

/** `s2-8-p3`, `note-12 note`: headings and paragraphs need no type. */
const entry = ({ anchor, type }: Block): string => (type === 'heading' || type === 'paragraph' ? anchor : `${anchor} ${type}`);

function node(block: Block, links: readonly Link[]): RootContent {
  const children = phrasing(block, links);
  if (block.type === 'title') return { type: 'heading', depth: 1, children } satisfies Heading;
  if (block.type === 'heading') return { type: 'heading', depth: headingDepth(block), children } satisfies Heading;
  const paragraph: Paragraph = { type: 'paragraph', children };
  if (block.type !== 'note') return paragraph;
  const identifier = block.anchor.replace(/^note-/u, '');
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph] } satisfies FootnoteDefinition;
}

const headingDepth = ({ depth }: Block): Heading['depth'] => (depth === 1 ? 2 : depth === 2 ? 3 : 4);

/** An inline element around characters of the block's text; the outer ones first. */
interface Span extends Range {
  wrap(children: PhrasingContent[]): PhrasingContent[];
}

function phrasing(block: Block, links: readonly Link[]): PhrasingContent[] {
  const { value } = block.text;
  const spans: Span[] = [];
  if (block.lead) spans.push({ start: 0, end: block.lead, wrap: (children) => [element('b', {}, children)] });
  // 附件2 | 2022年10件民生实事: two lines of the source in one heading.
  if (block.attachment && block.num && value.startsWith(block.num))
    spans.push({ start: 0, end: block.num.length, wrap: (children) => [element('span', { 'data-num': '' }, children)] });
  for (const link of links) spans.push({ start: link.from, end: link.to, wrap: (children) => linked(link, children) });
  if (block.term && block.term.end > block.term.start) spans.push({ ...block.term, wrap: (children) => [element('dfn', {}, children)] });
  for (const range of lacunae(value)) spans.push({ ...range, wrap: (children) => [element('span', { 'data-lacuna': '' }, children)] });
  return weave(
    atoms(
      value,
      spans.filter(({ start, end }) => end > start),
    ),
    0,
  );
}

function linked(link: Link, children: PhrasingContent[]): PhrasingContent[] {
  if (link.kind === 'missing')
    return [element('span', { 'data-missing': String(link.n), ...(link.term ? { 'data-term': link.term } : {}) }, children)];
  const reference: PhrasingContent = { type: 'link', url: `#note-${link.n}`, children };
  if (link.kind === 'mark') return [reference];
  return [reference, { type: 'footnoteReference', identifier: String(link.n), label: String(link.n) }];
}

/** Characters that stand in the same spans. */
interface Atom {
  value: string;
  spans: Span[];
}

function atoms(value: string, spans: readonly Span[]): Atom[] {
  const bounds = [...new Set([0, value.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? value.length;
    return { value: value.slice(from, to), spans: spans.filter(({ start, end }) => start <= from && to <= end) };
  });
}

/** Nests the spans around the atoms; a span that crosses the end of an outer one is cut there. */
function weave(list: readonly Atom[], level: number): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let i = 0; i < list.length; ) {
    const span = list[i]?.spans[level];
    let end = i + 1;
    while (end < list.length && list[end]?.spans[level] === span) end++;
    const run = list.slice(i, end);
    if (span) result.push(...span.wrap(weave(run, level + 1)));
    else result.push({ type: 'text', value: run.map(({ value }) => value).join('') });
    i = end;
  }
  return result;
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: PhrasingContent[]): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  };
}
