import type { Gazetteer, Place } from './gazetteer.ts';

/** What a body says about where it is: a score for each place. */
export interface Evidence {
  /** How strongly the text speaks of `place`: of itself, its towns or child regions, and the regions above it; 0 for not at all. */
  score(place: Place): number;
}

/** Names of counties that are common words as well: they count only with their suffix. */
const COMMON_WORDS = new Set(
  '和平 新华 平安 东方 通道 平和 富裕 友好 向阳 前进 振兴 建华 高新 城中 海港 江北 江南 江东 河西 河东 港口 清新 安居 兴业 公安 大方 中方 新建 资源 新北 城区 安定 永和 通海 阳光 和谐 团风 新民 繁荣 太和 公主岭 新区 高明 开平 文成 安全 长治 大同 新兴 合作 同心 共和 博爱 民权 兴国 丰满 红旗 光明 建设 互助 新城 城关 市中 城东 城西 城北 城南 开发 老城 东城 西城 东山 长征 解放 太平 团结 文化 中原 中山 桥西 桥东 铁西 铁东 路南 路北 云龙 金山 南山 西湖 鼓楼 龙华 永定 永安 永兴 宝山 青山 青云 市北 市南 新市 滨江 滨海 朝阳 南部 西部 东部 中心 上海 富民 宁静'.split(
    ' ',
  ),
);
/** A text is read up to here; what a report is about it says early and often. */
const LIMIT = 60_000;

interface NameIndex {
  /** First two characters → the names that begin with them, longest first. */
  names: Map<string, string[]>;
  townsOf: Map<Place, string[]>;
  childrenOf: Map<Place, Place[]>;
  /** How many counties have a town of this name. */
  owners: Map<string, number>;
}

const indexes = new WeakMap<Gazetteer, NameIndex>();

/** Counts the names of places, counties and towns in a text: 盐田, 沙头角街道, 深圳市. */
export function placeEvidence(text: string, gazetteer: Gazetteer): Evidence {
  let index = indexes.get(gazetteer);
  if (!index) {
    index = buildIndex(gazetteer);
    indexes.set(gazetteer, index);
  }
  const counts = countNames(text.slice(0, LIMIT), index.names);
  return { score: (place) => score(place, counts, index) };
}

function score(place: Place, counts: ReadonlyMap<string, number>, index: NameIndex): number {
  const full = isCommonName(place) ? 0 : (counts.get(place.name) ?? 0);
  const bare = isBareUnclear(place) ? 0 : (counts.get(place.bare) ?? 0);
  const below = place.level === 'county' ? townScore(place, counts, index) : childScore(place, counts, index);
  const own = 3 * Math.log2(1 + full) + 2 * Math.log2(1 + bare);
  if (own === 0 && below < 2) return 0;
  const above = place.parent ? aboveScore(place.parent, counts) : 1;
  const total = own + below + above;
  return full === 0 && below === 0 && above === 0 ? total / 5 : total;
}

/** 城区, 东区, 郊区: every city has one. */
function isCommonName({ name }: Place): boolean {
  return name.length === 2 && name.endsWith('区');
}

/** A bare name that is a common word, or that of the region above as well (长沙县 in 长沙市). */
function isBareUnclear({ bare, name, parent }: Place): boolean {
  return bare === name || COMMON_WORDS.has(bare) || parent?.bare === bare;
}

function aboveScore(parent: Place, counts: ReadonlyMap<string, number>): number {
  const own = 1.5 * Math.log2(1 + (counts.get(parent.name) ?? 0) + (counts.get(parent.bare) ?? 0));
  return own + (parent.parent ? aboveScore(parent.parent, counts) / 3 : 0);
}

function townScore(county: Place, counts: ReadonlyMap<string, number>, index: NameIndex): number {
  let sum = 0;
  for (const name of index.townsOf.get(county) ?? []) if (counts.has(name)) sum += 1.5 / (index.owners.get(name) ?? 1);
  return sum;
}

function childScore(place: Place, counts: ReadonlyMap<string, number>, index: NameIndex): number {
  let sum = 0;
  for (const child of index.childrenOf.get(place) ?? []) {
    if (counts.has(child.name)) sum += 1;
    else if (counts.has(child.bare) && !COMMON_WORDS.has(child.bare)) sum += 0.5;
  }
  return sum;
}

function buildIndex(gazetteer: Gazetteer): NameIndex {
  const townsOf = new Map<Place, string[]>();
  const childrenOf = new Map<Place, Place[]>();
  const owners = new Map<string, number>();
  const all = new Set<string>();
  for (const place of gazetteer.places) {
    all.add(place.name).add(place.bare);
    if (place.parent) childrenOf.set(place.parent, [...(childrenOf.get(place.parent) ?? []), place]);
  }
  for (const { name, county } of gazetteer.towns()) {
    const bare = name.replace(/(?:街道办事处|街道|镇|乡)$/, '');
    const names = bare.length >= 3 && bare !== name ? [name, bare] : [name];
    townsOf.set(county, [...(townsOf.get(county) ?? []), ...names]);
    for (const one of names) {
      owners.set(one, (owners.get(one) ?? 0) + 1);
      all.add(one);
    }
  }
  return { names: byFirstTwo(all), townsOf, childrenOf, owners };
}

function byFirstTwo(names: Iterable<string>): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const name of names) {
    const key = name.slice(0, 2);
    const list = result.get(key);
    if (list) list.push(name);
    else result.set(key, [name]);
  }
  for (const list of result.values()) list.sort((a, b) => b.length - a.length);
  return result;
}

/** How often each name stands in the text; of two names at one place the longer counts (米易县, not 易县). */
function countNames(text: string, names: ReadonlyMap<string, string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; ) {
    const name = names.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
    if (name === undefined) at++;
    else {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      at += name.length;
    }
  }
  return counts;
}
