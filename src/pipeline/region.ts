import type { Region } from '../schemas/region.ts';
import { type Gazetteer, type Place, regionOf, unlistedPlace } from './gazetteer.ts';
import type { Message } from './message.ts';
import { type Evidence, placeEvidence } from './place-evidence.ts';
import { isKind, kindOf } from './region-kind.ts';
import { type RegionTexts, readStatements, type Statement } from './region-statements.ts';

export interface ResolvedRegion {
  region: Region | null;
  /** Concluded from the places that the body speaks of, or from the file's name. */
  inferred: boolean;
  messages: Array<Omit<Message, 'offset'>>;
}

interface Resolved {
  place: Place;
  messages: ResolvedRegion['messages'];
}

const SOURCE_WORDS = { opening: '报告首段', session: '会议名称', office: '报告人职务', title: '标题', file: '文件名' } as const;

/**
 * The region of a report, out of its own words: 我代表罗湖区人民政府, 在长沙市开福区第五届人民代表大会, the title; where they only say
 * 我代表区人民政府, out of the places that the body speaks of. What the text says goes before a title of the portal that says otherwise.
 */
export function resolveRegion(texts: RegionTexts, gazetteer: Gazetteer): ResolvedRegion {
  const statements = readStatements(texts, gazetteer);
  const evidence = once(() => placeEvidence([texts.title, texts.session, texts.opening, texts.body].join('\n'), gazetteer));
  const kind = statements.find((statement) => statement.kind !== null)?.kind ?? null;
  for (const statement of statements.filter(({ names, unlisted }) => names.length > 0 || unlisted !== null)) {
    const resolved = fromStatement(statement, { statements, kind, gazetteer, evidence });
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

/** A title or a file's name was given by a portal or a person, not by the report. */
function isHearsay({ source }: Statement): boolean {
  return source === 'title' || source === 'file';
}

/** What the meaning of a name may be concluded from. */
interface Context {
  statements: readonly Statement[];
  kind: string | null;
  gazetteer: Gazetteer;
  evidence: () => Evidence;
}

function fromStatement(statement: Statement, context: Context): Resolved | null {
  const last = statement.names.at(-1);
  if (last === '国务院') return { place: context.gazetteer.country, messages: [] };
  const named = last === undefined ? null : pick(last, statement, context);
  return statement.unlisted === null ? named : unlistedRegion(statement.unlisted, named?.place ?? null, context);
}

/** The place that a name means, by the names around it, then by the body. */
function pick(name: string, statement: Statement, { statements, kind, gazetteer, evidence }: Context): Resolved | null {
  const named = gazetteer.named(name);
  const around = new Set([...statement.names.slice(0, -1), ...statements.flatMap(({ names }) => names)]);
  const shared = (place: Place) => ancestors(place).filter((above) => around.has(above.name) || around.has(above.bare)).length;
  const exact = preferred(named, (place) => place.name === name);
  const ofKind = preferred(exact, (place) => place.name === name || kind === null || isKind(place, kind));
  const most = Math.max(...ofKind.map(shared));
  const candidates = preferred(
    ofKind.filter((place) => shared(place) === most),
    (place) => !place.former,
  );
  const [first] = candidates;
  if (!first) return null;
  return candidates.length === 1 ? { place: first, messages: [] } : byEvidence(name, candidates, evidence());
}

/** Those of which `is` holds, all where it holds of none. */
function preferred(places: readonly Place[], is: (place: Place) => boolean): readonly Place[] {
  const some = places.filter(is);
  return some.length > 0 ? some : places;
}

function byEvidence(name: string, candidates: readonly Place[], evidence: Evidence): Resolved | null {
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

function unlistedRegion(name: string, above: Place | null, { gazetteer, evidence }: Context): Resolved | null {
  const cities = gazetteer.places.filter(({ level }) => level === 'prefecture' || level === 'province');
  const parent = above ?? best(cities, evidence())?.place;
  if (!parent) return null;
  const text = `“${name}”不在 GB/T 2260 中，记在${parent.fullName}之下，没有代码`;
  const action = '请核对；若应作别的地区，请在 seeds/manifest.yml 写明 region';
  return { place: unlistedPlace(name, parent, gazetteer), messages: [{ rule: 'unlisted-region', text, action }] };
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

function ancestors(place: Place): Place[] {
  return place.parent ? [place.parent, ...ancestors(place.parent)] : [];
}

/** Computes at the first call only: most texts name their region. */
function once<T>(compute: () => T): () => T {
  let value: { of: T } | null = null;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
