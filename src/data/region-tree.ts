import { createGazetteer, regionOf } from '../pipeline/gazetteer.ts';
import type { Level, Region } from '../schemas/region.ts';

/** A region with its place in the tree, as slugs. */
export interface RegionNode {
  slug: string;
  name: string;
  fullName: string;
  level: Level;
  code: string | null;
  parent: string | null;
  children: string[];
}

let loaded: ReturnType<typeof createGazetteer> | undefined;
const gazetteer = () => (loaded ??= createGazetteer());

/** Every region and its ancestors, by code. The whole country stands beside the provinces and not above them. */
export function regionTree(regions: Iterable<Region>): Map<string, RegionNode> {
  const nodes = new Map<string, RegionNode>();
  for (const region of regions) {
    if (!nodes.has(region.slug)) nodes.set(region.slug, { ...region, parent: parentSlug(region.slug), children: [] });
  }
  for (const node of [...nodes.values()]) addAncestors(nodes, node);
  const sorted = [...nodes.values()].sort(byCode);
  for (const node of sorted) if (node.parent !== null) nodes.get(node.parent)?.children.push(node.slug);
  return new Map(sorted.map((node) => [node.slug, node]));
}

/** From the province down to the region's parent. */
export function ancestors(nodes: ReadonlyMap<string, RegionNode>, slug: string): RegionNode[] {
  const parent = nodes.get(slug)?.parent;
  const node = parent ? nodes.get(parent) : undefined;
  return node ? [...ancestors(nodes, node.slug), node] : [];
}

function addAncestors(nodes: Map<string, RegionNode>, node: RegionNode): void {
  if (node.parent === null || nodes.has(node.parent)) return;
  const parent = { ...describeParent(node.parent, node), slug: node.parent, parent: parentSlug(node.parent), children: [] };
  nodes.set(parent.slug, parent);
  addAncestors(nodes, parent);
}

/** As GB/T 2260 has it; of a parent that is not in it, what the full name tells. */
function describeParent(slug: string, child: RegionNode): Omit<Region, 'slug'> {
  const known = gazetteer().bySlug(slug);
  if (known) return regionOf(known);
  const above = child.fullName.endsWith(child.name) ? child.fullName.slice(0, -child.name.length) : slug;
  return { code: null, name: above, fullName: above, level: slug.includes('/') ? 'prefecture' : 'province' };
}

function parentSlug(slug: string): string | null {
  const at = slug.lastIndexOf('/');
  return at === -1 ? null : slug.slice(0, at);
}

function byCode(a: RegionNode, b: RegionNode): number {
  const [x, y] = [a.code ?? '~', b.code ?? '~'];
  return x < y ? -1 : x > y ? 1 : a.slug < b.slug ? -1 : 1;
}
