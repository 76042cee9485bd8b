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

/** 湖南省 | 内蒙古自治区 | 北京市 | 香港特别行政区 at the beginning of a full name. */
const provinceName = /^.+?(?:省|特别行政区|自治区|市)/u;

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
  const parent = { ...describeParent(node), slug: node.parent, parent: parentSlug(node.parent), children: [] };
  nodes.set(parent.slug, parent);
  addAncestors(nodes, parent);
}

/** 湖南省长沙市开福区 → 湖南省长沙市: the names are in the full name, the code in the code. */
function describeParent(node: RegionNode): Pick<RegionNode, 'name' | 'fullName' | 'level' | 'code'> {
  const province = provinceName.exec(node.fullName)?.[0] ?? '';
  const above = node.fullName.endsWith(node.name) ? node.fullName.slice(0, -node.name.length) : province;
  if (depth(node.slug) === 2)
    return { name: province || above, fullName: province || above, level: 'province', code: paddedCode(node.code, 2) };
  const name = above.startsWith(province) ? above.slice(province.length) : above;
  return { name: name || above, fullName: above, level: 'prefecture', code: paddedCode(node.code, 4) };
}

function paddedCode(code: string | null, digits: number): string | null {
  return code === null ? null : code.slice(0, digits).padEnd(6, '0');
}

function depth(slug: string): number {
  return slug.split('/').length;
}

function parentSlug(slug: string): string | null {
  const at = slug.lastIndexOf('/');
  return at === -1 ? null : slug.slice(0, at);
}

function byCode(a: RegionNode, b: RegionNode): number {
  const [x, y] = [a.code ?? '~', b.code ?? '~'];
  return x < y ? -1 : x > y ? 1 : a.slug < b.slug ? -1 : 1;
}
