import type { StatedDocument } from '../schemas/manifest.ts';
import type { Region } from '../schemas/region.ts';
import { findDate } from '../text/dates.ts';
import type { Range } from '../text/mapped-text.ts';
import type { Block } from './block.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Header } from './header.ts';
import { findSession, findSpeaker } from './header-fields.ts';
import type { Message } from './message.ts';
import { resolveRegion } from './region.ts';
import { findYear } from './report-year.ts';
import { statedRegion } from './stated-region.ts';

/** What the head of a page says of a document. */
export interface Fields {
  title: string;
  region: Region | null;
  year: number | null;
  session: string | null;
  deliveredOn: string | null;
  speaker: string | null;
  inferred: string[];
  stated: string[];
  messages: Message[];
}

interface Given {
  path: string;
  range: Range;
  header: Header;
  /** The blocks of the body. */
  blocks: readonly Block[];
  kind: 'report' | 'article';
  stated: StatedDocument | null;
}

/** Reads the fields out of the text's own words; what a person states goes before, and is named in `stated`. */
export function fields(given: Given, gazetteer: Gazetteer): Fields {
  const { header, blocks, kind, stated } = given;
  const offset = header.blocks[0]?.text.start ?? blocks[0]?.text.start ?? given.range.start;
  const text = `${header.text}\n各位代表：`;
  const date = findDate(header.text);
  const paragraphs = blocks.filter(({ type }) => type !== 'heading').map(({ text }) => text.value);
  const headings = blocks.filter(({ type, depth }) => type === 'heading' && (depth ?? 3) <= 2).map(({ title = '' }) => title);
  const body = paragraphs.join('\n');
  const session = findSession(header.text)?.value ?? null;
  const opening = [header.text, ...paragraphs.slice(0, 3)].join('\n');
  const place = resolveRegion({ title: header.title, session, opening, body, fileName: given.path }, gazetteer);
  const deliveredOn = date?.value ?? articleDate(header, blocks, kind);
  const year = kind === 'report' ? findYear({ title: header.title, date: deliveredOn, headings, body }) : null;
  const messages = [
    ...(kind === 'report' ? place.messages.map((message) => ({ ...message, offset })) : []),
    ...(date?.doubt ? [doubt('date', offsetOf(header, date) ?? offset, date.doubt, 'deliveredOn')] : []),
    ...(year?.doubt ? [doubt('year', offset, year.doubt, 'year')] : []),
    ...(kind === 'report' && !year ? [doubt('year', offset, '看不出是哪一年的报告', 'year')] : []),
  ];
  const read: Omit<Fields, 'inferred' | 'stated' | 'messages'> = {
    title: header.title ?? (kind === 'report' ? untitled(place.region, year?.value ?? null) : '无题'),
    region: place.region,
    year: kind === 'report' ? (year?.value ?? null) : deliveredOn ? Number(deliveredOn.slice(0, 4)) : null,
    session,
    deliveredOn,
    speaker: kind === 'report' ? (findSpeaker(text)?.value ?? null) : null,
  };
  const inferred = [
    ...(header.title ? [] : ['title']),
    ...(place.region && place.inferred ? ['region'] : []),
    ...(year?.inferred ? ['year'] : []),
    ...(date?.doubt ? ['deliveredOn'] : []),
  ];
  return withStated({ ...read, inferred, stated: [], messages }, stated, gazetteer);
}

const untitled = (region: Region | null, year: number | null): string =>
  `${year ?? ''}${year ? '年' : ''}${region?.name ?? ''}政府工作报告`;

const doubt = (rule: string, offset: number, text: string, field: string): Message => ({
  rule: `doubtful-${rule}`,
  offset,
  text,
  action: `请核对；确定之后在 seeds/manifest.yml 写明 ${field}`,
});

/** Where in the seed the words of the header stand that a field was read from. */
function offsetOf({ text, blocks }: Header, { start, end }: Range): number | undefined {
  const words = text.slice(start, end);
  const block = blocks.find((one) => one.text.value.includes(words));
  return block?.text.seedOffset(block.text.value.indexOf(words));
}

/** The date that stands at the end or the head of an article: 2025-07-09 */
function articleDate({ blocks: head }: Header, blocks: readonly Block[], kind: string): string | null {
  if (kind !== 'article') return null;
  const dated = [...head, ...blocks].filter(({ type, text }) => type === 'date' || text.length <= 12);
  return dated.map(({ text }) => findDate(text.value)?.value).find((value) => value !== undefined) ?? null;
}

function withStated(read: Fields, stated: StatedDocument | null, gazetteer: Gazetteer): Fields {
  if (!stated) return read;
  const { region, year, deliveredOn, speaker, session, title } = stated;
  const place = region === undefined ? undefined : stateRegion(region, gazetteer);
  const given = Object.entries({ region: place, year, deliveredOn, speaker, session, title }).filter(([, value]) => value !== undefined);
  const names = given.map(([name]) => name);
  const about = (message: Message): boolean =>
    names.some((name) => message.rule.toLowerCase().includes(name === 'deliveredOn' ? 'date' : name.toLowerCase()));
  return {
    ...read,
    ...Object.fromEntries(given),
    inferred: read.inferred.filter((name) => !names.includes(name)),
    stated: names,
    messages: read.messages.filter((message) => !about(message)),
  };
}

/** `430102`, `hunan/changsha/furong` or 湖南省长沙市芙蓉区. */
function stateRegion(words: string, gazetteer: Gazetteer): Region {
  const region = statedRegion(words, gazetteer);
  if (region) return region;
  throw new Error(
    `seeds/manifest.yml states the region ${words}, which GB/T 2260 does not know: give its six digits, its slug or its full name`,
  );
}
