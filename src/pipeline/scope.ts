import type { Region } from '../schemas/region.ts';
import type { Lexicon } from './lexicon.ts';

/** A park or a part of the region that a sentence begins with: 金霞经开区高歌猛进 */
const part =
  /^([^,;:。、()“”\d的]{2,14}?(?:经开区|经济[区圈带]|都市圈|城市群|大湾区|走廊|高新区|开发区|产业园|园区|综保区|保税区|港区|片区|商贸区|新城|试验区|示范区|合作区|科技城|科学城|自贸区|小镇|街道|(?<!城)镇))(?=[^,;:。、的等项企内和与及以]{2})/;

/** The part of `region` that a figure at `at` is limited to: named before its indicator, or at the beginning of its sentence. */
export function scopeOf(
  text: string,
  named: string | undefined,
  from: number,
  at: number,
  region: Region | null,
  lex: Lexicon,
): string | undefined {
  const scope = named ?? sentencePart(text, from, at, lex);
  return scope && !isOwn(scope, region) ? scope : undefined;
}

/** 推进港区综保区建设,…,实现进出口总额增长40%: what is to be built up is what the figure tells of. */
const builtUp =
  /^(?:(?:加快|推进|推动|支持|加强|抓好|做强|做优|提升|深入|全力|大力|持续)+)([^,;:。、()“”\d的]{2,12}?(?:经开区|高新区|产业园|综保区|保税区|港区|自贸区|开发区|片区))(?:提质|扩容|开放|创新)*(?:建设|发展|升级)?,/;

/** 市区预计实现生产总值97亿元;固定资产投资62亿元: who reached the first figure of a sentence reached the others. */
const doer = /^(?:[一二三四五六七八九十]是|预计)*([^,;:。、()“”\d的]{2,14}?)(?:预计|全年|共|累计|已)*(?:实现|完成)(?!.{0,2}目标)/;

function sentencePart(text: string, from: number, at: number, lex: Lexicon): string | undefined {
  const built = builtUp.exec(text);
  if (built && built[0].length <= from && /(?:实现|完成)$/.test(text.slice(from, at))) return built[1];
  const name = part.exec(text)?.[1] ?? placeOf(doer.exec(text)?.[1], lex);
  if (!name || name.length > from || /全[国省市区县州]|我[省市区县州]|本[省市区县]/.test(text.slice(from, at))) return undefined;
  const bare = lex.verbs.longest(name, 0) || lex.adverbs.test(name) || lex.names.longest(name, 0);
  return bare ? undefined : name;
}

function placeOf(name: string | undefined, lex: Lexicon): string | undefined {
  return name && /(?:[区县市州镇乡园]|街道|新城)$/.test(name) && !lex.own.test(name) ? name : undefined;
}

/** 天元区, 天元, 株洲市天元区 in a report of 天元区. */
function isOwn(scope: string, region: Region | null): boolean {
  if (!region) return false;
  const bare = region.name.replace(/(?:自治[区州县]|特别行政区|[省市区县州旗盟])$/, '');
  return scope === bare || region.fullName.endsWith(scope) || scope.endsWith(region.name);
}
