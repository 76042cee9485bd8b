import type { Region } from '../schemas/region.ts';
import { type Gazetteer, type Place, regionOf, unlistedPlace } from './gazetteer.ts';
import type { Message } from './message.ts';
import { type Evidence, placeEvidence } from './place-evidence.ts';

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

export interface ResolvedRegion {
  region: Region | null;
  /** Concluded from the places that the body speaks of, or from the file's name. */
  inferred: boolean;
  messages: Array<Omit<Message, 'offset'>>;
}

/** What one sentence says: names from the largest to the smallest region, and a kind of region where it only says 区人民政府. */
interface Statement {
  source: 'opening' | 'session' | 'office' | 'title' | 'file';
  names: string[];
  /** A name at the end that the standard lacks: 大鹏新区. */
  unlisted: string | null;
  kind: string | null;
}

const SOURCE_WORDS = { opening: '报告首段', session: '会议名称', office: '报告人职务', title: '标题', file: '文件名' } as const;

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

/**
 * The region of a report, out of its own words: 我代表罗湖区人民政府, 在长沙市开福区第五届人民代表大会, the title; where they only say
 * 我代表区人民政府, out of the places that the body speaks of. What the text says goes before a title of the portal that says otherwise.
 */
export function resolveRegion(texts: RegionTexts, gazetteer: Gazetteer): ResolvedRegion {
  const statements = readStatements(texts, gazetteer);
  let found: Evidence | null = null;
  const evidence = () => {
    found ??= placeEvidence(`${texts.title ?? ''}\n${texts.session ?? ''}\n${texts.opening}\n${texts.body}`, gazetteer);
    return found;
  };
  const kind = statements.find((statement) => statement.kind !== null)?.kind ?? null;
  for (const statement of statements.filter(({ names, unlisted }) => names.length > 0 || unlisted !== null)) {
    const resolved = fromStatement(statement, statements, kind, gazetteer, evidence);
    if (resolved && !(isHearsay(statement) && contradicted(resolved.place, evidence(), gazetteer))) {
      const inferred = statement.source === 'file';
      return {
        region: regionOf(resolved.place),
        inferred,
        messages: [...resolved.messages, ...contradictions(resolved.place, statement, statements)],
      };
    }
  }
  return fromBody(kind ?? kindOf(texts.body), evidence(), gazetteer, statements);
}

/** The region that a person states: `430105`, `hunan/changsha/kaifu` or 湖南省长沙市开福区; null where there is none of this name. */
export function statedRegion(words: string, gazetteer: Gazetteer): Region | null {
  const known = gazetteer.byCode(words) ?? gazetteer.bySlug(words) ?? gazetteer.places.find(({ fullName }) => fullName === words);
  if (known) return regionOf(known);
  const { names, unlisted } = readPhrase('opening', words, gazetteer);
  const chain = names.join('');
  const above = gazetteer.places.find(({ fullName }) => fullName === chain);
  if (unlisted !== null && above) return regionOf(unlistedPlace(unlisted, above));
  const named = gazetteer.named(words).filter(({ former, name }) => !former && name === words);
  return named.length === 1 && named[0] ? regionOf(named[0]) : null;
}

/** A title or a file's name was given by a portal or a person, not by the report. */
function isHearsay({ source }: Statement): boolean {
  return source === 'title' || source === 'file';
}

function readStatements({ title, session, opening, fileName }: RegionTexts, gazetteer: Gazetteer): Statement[] {
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

function readPhrase(source: Statement['source'], phrase: string, gazetteer: Gazetteer): Statement {
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

function fromStatement(
  statement: Statement,
  all: readonly Statement[],
  kind: string | null,
  gazetteer: Gazetteer,
  evidence: () => Evidence,
) {
  const { names, unlisted } = statement;
  const last = names.at(-1);
  if (last === '国务院') return { place: gazetteer.country, messages: [] };
  if (unlisted !== null)
    return unlistedRegion(unlisted, last === undefined ? null : pick(last, statement, all, null, gazetteer, evidence), gazetteer, evidence);
  return last === undefined ? null : pick(last, statement, all, kind, gazetteer, evidence);
}

/** The place that a name means, by the names around it, then by the body. */
function pick(
  name: string,
  statement: Statement,
  all: readonly Statement[],
  kind: string | null,
  gazetteer: Gazetteer,
  evidence: () => Evidence,
) {
  const named = gazetteer.named(name);
  const exact = named.filter((place) => place.name === name);
  let candidates = exact.length > 0 ? exact : named.filter((place) => kind === null || isKind(place, kind));
  if (candidates.length === 0) candidates = [...named];
  const context = new Set([...statement.names.slice(0, -1), ...all.flatMap(({ names }) => names)]);
  const shared = (place: Place) => ancestors(place).filter((above) => context.has(above.name) || context.has(above.bare)).length;
  const most = Math.max(...candidates.map(shared));
  candidates = candidates.filter((place) => shared(place) === most);
  const current = candidates.filter((place) => !place.former);
  if (current.length > 0) candidates = current;
  const [first] = candidates;
  if (!first || candidates.length === 1) return first ? { place: first, messages: [] } : null;
  return byEvidence(name, candidates, evidence());
}

function byEvidence(name: string, candidates: readonly Place[], evidence: Evidence) {
  const ranked = candidates.map((place) => ({ place, score: evidence.score(place) })).sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first || !second || first.score === 0 || first.score === second.score) return null;
  const sure = first.score > second.score * 1.2 + 1;
  const others = ranked.slice(1, 4).map(({ place }) => place.fullName);
  const text = `“${name}”有 ${candidates.length} 处同名，按正文所述地名定为${first.place.fullName}（另有${others.join('、')}）`;
  return {
    place: first.place,
    messages: sure ? [] : [{ rule: 'ambiguous-region', text, action: '请核对；若不对，请在 seeds/manifest.yml 写明 region' }],
  };
}

function unlistedRegion(name: string, above: { place: Place } | null, gazetteer: Gazetteer, evidence: () => Evidence) {
  const parent =
    above?.place ??
    best(
      gazetteer.places.filter(({ level }) => level === 'prefecture' || level === 'province'),
      evidence(),
    )?.place;
  if (!parent) return null;
  const text = `“${name}”不在 GB/T 2260 中，记在${parent.fullName}之下，没有代码`;
  return {
    place: unlistedPlace(name, parent),
    messages: [{ rule: 'unlisted-region', text, action: '请核对；若应作别的地区，请在 seeds/manifest.yml 写明 region' }],
  };
}

/** Whether the body speaks of another region of the same level and hardly of this one: the portal's title is wrong. */
function contradicted(place: Place, evidence: Evidence, gazetteer: Gazetteer): boolean {
  if (place.code === null || place.level === 'national') return false;
  const rival = best(
    gazetteer.places.filter(({ level }) => level === place.level),
    evidence,
  )?.place;
  return rival !== undefined && rival !== place && evidence.score(rival) > evidence.score(place) * 2 + 4;
}

function contradictions(place: Place, from: Statement, all: readonly Statement[]): ResolvedRegion['messages'] {
  const chain = new Set([place, ...ancestors(place)].flatMap(({ name, bare }) => [name, bare]));
  return all.flatMap((statement) => {
    const last = statement.unlisted ?? statement.names.at(-1);
    if (statement === from || last === undefined || chain.has(last)) return [];
    return [wrongName(statement, last, place)];
  });
}

function wrongName({ source }: Statement, name: string, place: Place) {
  const text = `${SOURCE_WORDS[source]}写“${name}”，正文是${place.fullName}，按正文记`;
  return { rule: 'region-contradiction', text, action: '请核对；若正文有误，请在 seeds/manifest.yml 写明 region' };
}

/** The region that a body without a name speaks of most. */
function fromBody(kind: string | null, evidence: Evidence, gazetteer: Gazetteer, statements: readonly Statement[]): ResolvedRegion {
  const winner =
    kind === null
      ? null
      : best(
          gazetteer.places.filter((place) => isKind(place, kind)),
          evidence,
        );
  if (!winner) {
    const text = '正文没有写明地区，也推断不出';
    return { region: null, inferred: false, messages: [{ rule: 'unknown-region', text, action: '请在 seeds/manifest.yml 写明 region' }] };
  }
  const { place, sure } = winner;
  const wrong = statements
    .filter(isHearsay)
    .flatMap((one) => (one.names.length > 0 && one.names.at(-1) !== place.name ? [wrongName(one, one.names.at(-1) ?? '', place)] : []));
  const text = `正文只写“${kind}”，按所述地名推定为${place.fullName}`;
  const doubt = { rule: 'inferred-region', text, action: '请核对；若不对，请在 seeds/manifest.yml 写明 region' };
  return { region: regionOf(place), inferred: true, messages: sure && wrong.length > 0 ? wrong : [...wrong, doubt] };
}

/** The place with the highest score, where it is high enough to mean something and clearly above the next. */
function best(places: readonly Place[], evidence: Evidence): { place: Place; sure: boolean } | null {
  let first: { place: Place; score: number } | null = null;
  let second = 0;
  for (const place of places) {
    const score = evidence.score(place);
    if (score > (first?.score ?? 0)) {
      second = first?.score ?? 0;
      first = { place, score };
    } else if (score > second) second = score;
  }
  return first && first.score >= 6 && first.score > second * 1.1 ? { place: first.place, sure: first.score > second * 1.4 } : null;
}

function isKind({ name, level }: Place, kind: string): boolean {
  if (kind === '省') return level === 'province' && name.endsWith('省');
  if (kind === '自治区') return level === 'province' && name.endsWith('自治区');
  if (kind === '区') return level === 'county' && name.endsWith('区');
  if (kind === '州') return name.endsWith('自治州');
  return name.endsWith(kind) && level !== 'national';
}

/** The kind of region that a body calls its own: 全县, 我县, 县委. Of several the smallest: a district speaks of its city, too. */
function kindOf(body: string): string | null {
  const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0;
  if (count(/自治区(?!直辖)/g) >= 10 && count(/[全我]区/g) >= 3 && count(/区委(?!员)/g) <= 3) return '自治区';
  const own = ['旗', '县', '区', '州', '盟', '市', '省'].find((kind) => {
    const called = count(new RegExp(`[全我本]${kind}(?![域别级])`, 'g'));
    const ruled = count(new RegExp(`(?<!自治)${kind}(?:委(?![员托办])|政府)`, 'g'));
    return called >= 2 && ruled >= 2 && called + ruled >= 5;
  });
  return own ?? (count(/[全我]国/g) >= 30 ? '国' : null);
}

function ancestors(place: Place): Place[] {
  return place.parent ? [place.parent, ...ancestors(place.parent)] : [];
}
