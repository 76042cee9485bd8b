import type { Heading, Link, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { archive } from '../data/archive.ts';
import { ancestors } from '../data/region-tree.ts';
import { markCorrections } from './mark-corrections.ts';
import { markOrdinals } from './mark-ordinals.ts';
import { nestSections } from './nest-sections.ts';
import { noteBackLinks } from './note-back-links.ts';

/** A flow node with what the frontmatter says of it: `s2-8-p3`, `note-12 note`. */
export interface DocumentBlock {
  anchor: string;
  type: string;
  node: Heading | Paragraph;
}

/** `[7]` as printed in a text: its link is a mark, any other link to a note is a term. */
const printedMark = /^[[［(（【]?\d+[\]］)）】]?$/u;
/** 聚焦三大攻坚战,守住发展底线。 */
const finalStop = /。$/u;

/**
 * The MDX of a document → its reading form: every block gets the anchor that the frontmatter states, headings open
 * `<section>`s, notes stay where they stand and link back, and a link to a note swallows the reference behind it.
 * The words of the text are never touched.
 */
export function remarkDocument() {
  return (tree: Root, file: VFile): void => {
    const frontmatter = readFrontmatter(file);
    const nodes = flowNodes(tree);
    const entries = frontmatter.blocks;
    if (nodes.length !== entries.length) throw new Error(countMessage(file, nodes, entries));
    const blocks = nodes.map((node, i): DocumentBlock => {
      const [anchor = '', type = node.type] = (entries[i] ?? '').split(' ');
      node.children = inline(node.children);
      return { anchor, type, node };
    });
    markCorrections(frontmatter.id, blocks);
    markOrdinals(blocks);
    for (const block of blocks) dress(block);
    noteBackLinks(blocks);
    tree.children = nestSections(
      blocks,
      aliasesByAnchor(frontmatter.aliases),
      placeNames(frontmatter.id),
      archive().byId.get(frontmatter.id)?.projects ?? [],
    );
  };
}

interface Frontmatter {
  id: string;
  blocks: string[];
  aliases: Record<string, string>;
}

function readFrontmatter(file: VFile): Frontmatter {
  const { id = '', blocks = [], aliases = {} } = file.data.astro?.frontmatter ?? {};
  return { id: String(id), blocks: blocks.map(String), aliases };
}

/** 开福区, 长沙市, 湖南省 */
function placeNames(id: string): string[] {
  const { byId, regions } = archive();
  const region = byId.get(id)?.region;
  return region ? [region.name, ...ancestors(regions, region.slug).map(({ name }) => name)] : [];
}

/** Old anchors by the one that holds their text now. */
function aliasesByAnchor(aliases: Record<string, string>): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [old, anchor] of Object.entries(aliases)) result.set(anchor, [...(result.get(anchor) ?? []), old]);
  return result;
}

/** Headings and paragraphs in order. A paragraph that is nothing but elements was taken apart by MDX and is put together again. */
function flowNodes(tree: Root): (Heading | Paragraph)[] {
  const result: (Heading | Paragraph)[] = [];
  let line = 0;
  for (const node of tree.children) {
    if (node.type === 'heading' || node.type === 'paragraph') result.push(node);
    else if (node.type === 'footnoteDefinition') result.push({ type: 'paragraph', children: node.children.flatMap(phrasing) });
    else if (node.type === 'mdxJsxFlowElement') {
      const last = result.at(-1);
      const children: PhrasingContent[] = [textElement(node)];
      if (node.position?.start.line === line && last) last.children.push(...children);
      else result.push({ type: 'paragraph', children });
      line = node.position?.end.line ?? 0;
    } else if (node.type !== 'mdxjsEsm' && node.type !== 'yaml') result.push({ type: 'paragraph', children: phrasing(node) });
  }
  return result;
}

/** What a block says, whatever the Markdown made of it. */
function phrasing(node: RootContent): PhrasingContent[] {
  if (node.type === 'paragraph' || node.type === 'heading') return node.children;
  return node.type === 'mdxJsxFlowElement' ? [textElement(node)] : [{ type: 'text', value: textOf(node) }];
}

function textElement({ name, attributes, children }: MdxJsxFlowElement): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes, children: children.flatMap((child) => phrasing(child)) };
}

/** Elements become plain ones, so that the whole text is static; links to notes get their class. */
function inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'footnoteReference') {
      if (last?.type !== 'link') result.push(bareReference(node.identifier));
    } else if (node.type === 'link') result.push(noteLink({ ...node, children: inline(node.children) }));
    else if (node.type === 'mdxJsxTextElement') result.push(plainElement(node));
    else result.push(node);
  }
  return result;
}

function noteLink(link: Link): Link {
  const n = /^#note-(\d+)/.exec(link.url)?.[1];
  if (!n) return link;
  const isMark = printedMark.test(textOf(link));
  return { ...link, data: { hProperties: { className: [isMark ? 'mark' : 'term'], ...(isMark ? {} : { 'data-n': n }) } } };
}

/** A reference that stands behind no link is editorial: the text has no words for it. */
function bareReference(n: string): Link {
  const data = { hProperties: { className: ['mark'], 'data-editorial': '' } };
  return { type: 'link', url: `#note-${n}`, data, children: [{ type: 'text', value: `[${n}]` }] };
}

function plainElement(node: MdxJsxTextElement): PhrasingContent {
  const hProperties: Record<string, string> = {};
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute') hProperties[attribute.name] = typeof attribute.value === 'string' ? attribute.value : '';
  if ('data-missing' in hProperties) return missingLink(hProperties, inline(node.children));
  if ('data-lacuna' in hProperties) hProperties.title = '原文此处缺字';
  return { type: 'emphasis', data: { hName: node.name ?? 'span', hProperties }, children: inline(node.children) };
}

/** A printed mark whose note is lost leads to what the page says of it. */
function missingLink({ 'data-missing': n = '', 'data-term': term }: Record<string, string>, children: PhrasingContent[]): Link {
  const hProperties = { className: ['mark', 'missing'], ...(term ? { 'data-term': term } : {}) };
  return { type: 'link', url: `#missing-${n}`, data: { hProperties }, children };
}

/** Anchor and class of a block, and the full stop of a heading out of sight. */
function dress({ anchor, type, node }: DocumentBlock): void {
  // A line of the title block is named by its anchor already.
  const plain = type === 'paragraph' || type === 'heading' || type === anchor;
  node.data = { ...node.data, hProperties: { id: anchor, ...(plain ? {} : { className: type.split(' ') }) } };
  if (node.type === 'heading') hideStop(node);
}

function hideStop(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text' || !finalStop.test(last.value)) return;
  last.value = last.value.replace(finalStop, '');
  heading.children.push({
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['vh'] } },
    children: [{ type: 'text', value: '。' }],
  });
}

function countMessage(file: VFile, nodes: readonly (Heading | Paragraph)[], entries: readonly string[]): string {
  const last = Math.min(nodes.length, entries.length) - 1;
  const near = nodes[last] ? textOf(nodes[last]).slice(0, 20) : '';
  return `${file.path}: ${entries.length} anchors in \`blocks\` but ${nodes.length} blocks of text (the last pair is ${entries[last]}: ${near}); run \`npm run convert\` again`;
}
