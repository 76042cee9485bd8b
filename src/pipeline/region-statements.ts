import type { Gazetteer } from './gazetteer.ts';

/** The words of a document that say where it is from. */
export interface RegionTexts {
  title: string | null;
  /** 长沙市开福区第五届人民代表大会第五次会议 */
  session: string | null;
  /** From the header to the end of the first paragraph: 广东省省长 孟凡利 … 我代表省人民政府 */
  opening: string;
  body: string;
  fileName?: string;
}

/** What one sentence says: names from the largest to the smallest region, and a kind of region where it only says 区人民政府. */
export interface Statement {
  source: 'opening' | 'session' | 'office' | 'title' | 'file';
  names: string[];
  /** A name at the end that the standard lacks: 大鹏新区. */
  unlisted: string | null;
  kind: string | null;
}

/** 我代表长沙市开福区人民政府, 我代表大鹏新区管理委员会, 我受区人民政府委托 */
const REPRESENT = /(?:代\s*表|受)\s*([^，。,；！：:\n]{0,30}?)\s*(?:第.{1,4}届)?(?:人民政府|行政公署|管理委员会|管委会|人民委员会|政府)/g;
/** 广东省省长 孟凡利, 四川省人民政府省长 */
const OFFICE =
  /(?:^|[\s（(—])([\u4e00-\u9fff]{2,16}?)(?:人民政府)?(?:代理|代)?(?:省长|市长|区长|县长|州长|旗长|盟长|主席|主任)(?=[\s　:：]|[\u4e00-\u9fff]{2,4}(?:\s|$))/m;
/** 区, 自治区, 市 …: what 我代表区人民政府 leaves of a name. */
const KIND = /^(?:全|本|我)?(自治区|自治州|自治县|地区|省|市|区|县|州|盟|旗)$/;
/** Areas that a government has without a code in the standard, and names that a newer edition may have. */
const FUNCTIONAL = /^[\u4e00-\u9fff]{2,10}(?:新区|开发区|高新区|示范区|试验区|管理区|合作区|度假区|风景区|园区)$/;
const UNLISTED = /^[\u4e00-\u9fff]{2,6}[区县市]$/;

/** The sentences of a document that name its region, in the order of their weight. */
export function readStatements({ title, session, opening, fileName }: RegionTexts, gazetteer: Gazetteer): Statement[] {
  const statements: Statement[] = [];
  const add = (source: Statement['source'], phrase: string | null | undefined) => {
    if (phrase) statements.push(readPhrase(source, phrase.replace(/\s/g, ''), gazetteer));
  };
  const compact = opening.replace(/[ \t\u3000]/g, '');
  const represents = [...compact.matchAll(REPRESENT)].find((match) => match[1]?.trim());
  add('opening', /代表国务院/.test(compact) ? '国务院' : represents?.[1]?.replace(/^(?:第.{1,4}届|本届)/, ''));
  add(
    'session',
    session === null ? null : /届全国/.test(session) ? '国务院' : session.replace(/第?[一二三四五六七八九十百〇零\d]+届.*$/s, ''),
  );
  add('office', /国务院总理/.test(opening) ? '国务院' : OFFICE.exec(opening.split(/各位代表/)[0] ?? '')?.[1]);
  for (const [source, words] of [
    ['title', title],
    ['file', fileName],
  ] as const) {
    for (const phrase of titlePhrases(words ?? '')) add(source, phrase);
  }
  return statements;
}

/** 【益阳招商】2019年益阳市政府工作报告 → 益阳市; 2003年国务院政府工作报告 → 国务院 */
function titlePhrases(title: string): string[] {
  const before =
    /^(.*?)(?:(?:人民)?政府|行政公署|管理?委(?:员)?会)(?:的)?(?:\d{4}年)?(?:政府)?工作(?:的)?报告/s.exec(
      title.replace(/.*[/\\]/, ''),
    )?.[1] ?? '';
  return before
    .replace(/【[^】]*】|\[[^\]]*\]/g, ' ')
    .split(/(?:\d{4}|[〇○零一二三四五六七八九]{4})年度?|[^\u4e00-\u9fff]+|关于/)
    .filter((phrase) => phrase !== '')
    .reverse();
}

/** Names and kind that a phrase holds: 长沙市开福区 → 长沙市, 开福区; 区 → a kind. */
export function readPhrase(source: Statement['source'], phrase: string, gazetteer: Gazetteer): Statement {
  const kind = KIND.exec(phrase)?.[1] ?? null;
  if (kind !== null) return { source, names: [], unlisted: null, kind };
  const names: string[] = [];
  let rest = phrase.slice(nameStart(phrase, gazetteer));
  for (let name = nameAtStart(rest, gazetteer); name !== null; name = nameAtStart(rest, gazetteer)) {
    names.push(name);
    rest = rest.slice(name.length);
  }
  const unlisted = FUNCTIONAL.test(rest) || (UNLISTED.test(rest) && (source === 'opening' || source === 'session')) ? rest : null;
  return { source, names, unlisted, kind: null };
}

/** Where the first name of a phrase begins, if what follows it is names to the end: 招商益阳市 → 2. */
function nameStart(phrase: string, gazetteer: Gazetteer): number {
  for (let at = 0; at < phrase.length - 1; at++) {
    const name = nameAtStart(phrase.slice(at), gazetteer);
    if (
      name !== null &&
      (at === 0 || at + name.length === phrase.length || nameAtStart(phrase.slice(at + name.length), gazetteer) !== null)
    )
      return at;
  }
  return 0;
}

/** The longest name of a place that the phrase begins with; a bare name (长沙) only before another name or the end. */
function nameAtStart(phrase: string, gazetteer: Gazetteer): string | null {
  for (let length = Math.min(phrase.length, 16); length >= 2; length--) {
    const name = phrase.slice(0, length);
    const places = name === '国务院' ? [gazetteer.country] : gazetteer.named(name);
    if (places.some((place) => place.name === name)) return name;
    const rest = phrase.slice(length);
    if (places.length > 0 && (rest === '' || nameAtStart(rest, gazetteer) !== null)) return name;
  }
  return null;
}
