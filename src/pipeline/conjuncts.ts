import { segment } from '../text/segment.ts';
import type { Mention } from '../text/trie.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { dividePrefix } from './prefix.ts';
import { type Clause, leads, type Subject } from './subjects.ts';

/** A member of a list of subjects with its place in the sentence, where a collective word (存贷款) stands for its own. */
interface Piece {
  text: string;
  at: number;
  end: number;
}

/** “两抢”“两盗” are two. */
const joint = /(、|以及|[和与及]|(?<=”)(?=“))/;
/** 净增|养老、医疗保险参保人数 */
const gain = /^[新净]增/;
/** 奶产量|分别: the end of a noun is no predicate. */
const nounEnd = /^(?:总[额量值数]|总?规模|金额|人数|数量|指数|水平|[数额值量])+/;

/** The `count` subjects of 城镇、农村居民人均可支配收入分别增长, of 万元GDP建设用地、能耗和水耗分别下降; [] where they cannot be told apart. `apart`: the predicate is no part of the clause. */
export function conjuncts(clause: Clause, count: number, lex: Lexicon, apart = false): Subject[] {
  const end = predicateStart(clause, lex);
  const parts = aligned(split(clause, end), count, lex);
  if (parts.length !== count) return [];
  const own = parts.map((part) => lex.names.all(part.text).at(-1));
  const final = parts.at(-1) as Piece;
  if (!apart && end === clause.to && !shared(final.text, parts, own, lex) && (own.at(-1)?.end ?? 0) < final.text.length) return [];
  const list = {
    last: final.text,
    plain: parts.every((part) => part === final || !ending.test(part.text)),
    even: parts.length > 2 && parts.slice(0, -1).every(({ text }) => text.replace(gain, '').length === parts[1]?.text.length),
  };
  return parts.map((part, i) =>
    subjectOf(clause, { ...list, part, first: i === 0 }, own[i], () => shared(part.text, parts, own, lex), lex),
  );
}

/** A member of a list, and the words of the last one. */
interface Member {
  part: Piece;
  first: boolean;
  last: string;
  /** No member but the last is measured by itself. */
  plain: boolean;
  /** More than two members, all of one length but the last: 养老、医疗、工伤|、失业保险 */
  even: boolean;
}

function subjectOf(clause: Clause, member: Member, name: Mention<Name> | undefined, completed: () => Name | null, lex: Lexicon): Subject {
  const { part, first } = member;
  const place = { from: clause.from, start: part.at, end: part.end };
  if (!name || !leads(part.text.slice(name.end), lex)) {
    const value = completed();
    const words = part.text + (value ? '' : sharedHead(part.text, member));
    const printed = words === clause.text.slice(place.start, place.end);
    return { ...place, indicator: value?.indicator ?? null, growing: value?.growing ?? false, ...(!printed && { words }) };
  }
  const before = part.text.slice(0, name.start);
  const { narrowed, scope } = first
    ? dividePrefix(part.text, 0, name.start, lex)
    : { narrowed: before !== '' && !lex.before.test(before), scope: undefined };
  return {
    ...place,
    start: part.at + (narrowed && !first ? 0 : name.start),
    indicator: narrowed ? null : name.value.indicator,
    growing: name.value.growing,
    ...(scope && { scope }),
    ...(narrowed && part.text.length !== part.end - part.at && { words: part.text.slice(name.start) }),
  };
}

const measures =
  /(?:普及|覆盖|合格|就业|利用|处理|入学|参保|达标|满意|办结|可靠|贡献)率$|(?:加注|销售|接待|吞吐|客运|货运|运输|发送)量$|(?:营业|销售|总|纯)收入$|(?:产业)?规模$|增加值$|销售额$|交易额$|总产值$|产值$|[进出]口$|补助标准$|保障标准$/;
/** A member that is measured by itself. */
const ending = /[率量额值数入资模比度]$|标准$|面积$|里程$|投入$|支出$|[进出]口$/;

/**
 * What the last member says for the others, where it begins as they end or is built like them: 警情 of 涉诈、涉毒警情, 标准 of
 * 城市低保、农村低保标准, 客运量 of 广州、深圳客运量; '' where they are nouns by themselves.
 */
function sharedHead(part: string, { last, plain, even }: Member): string {
  if (part === last || part.length < 2) return '';
  // “两抢”、“两盗”警情
  if (/^[“"]/.test(last)) return /^“[^”]+”$/.test(part) ? last.replace(/^“[^”]*”/, '') : '';
  const words = segment(last);
  for (let i = 0, end = 0; i < words.length - 1; i++) {
    end += words[i]?.word.length ?? 0;
    const begin = last.slice(0, end);
    if (even && end === part.replace(gain, '').length) return last.slice(end);
    const kind = begin.length === part.length && begin.slice(-1) === part.slice(-1) && begin.length > 2;
    const alike = kind || begin.slice(-2) === part.slice(-2) || (begin.length === part.length && begin[0] === part[0]);
    const places = i === 0 && words[0]?.tag === 'ns' && segment(part).every(({ tag }) => tag === 'ns');
    if (alike || places) return last.slice(end);
  }
  // 自来水、户厕|普及率
  const tail = measures.exec(last);
  return tail && tail.index > 1 && plain ? tail[0] : '';
}

/** Where the predicate begins that leads to the figure. */
function predicateStart({ text, from, to }: Clause, lex: Lexicon): number {
  for (let at = Math.max(from, to - 40); at < to; at++) {
    // 人口自然|增长率
    if (text.startsWith('增长率', at) && text.slice(from, at).endsWith('自然')) at += 3;
    // 二氧化硫、氨氮|分别累计减排, 城乡低保标准|提高到每月
    if (/^(?:(?:累计|已|共)?分别[^、,]{2,8}|(?:提高|增加|上调|调整|达)[到至为]?每[人年月户]{1,4})$/.test(text.slice(at, to))) return at;
    if (lex.predicate.test(text.slice(at, to))) return at + (nounEnd.exec(text.slice(at, to))?.[0].length ?? 0);
  }
  return to;
}

function split({ text, from }: Clause, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const word of text.slice(from, end).split(joint)) {
    if (word !== '' && !/^(?:、|以及|[和与及])$/.test(word)) pieces.push({ text: word, at, end: at + word.length });
    at += word.length;
  }
  return pieces;
}

/** As many members as figures: collective words are taken apart (城乡, 存贷款), and one indicator more than figures is no list that can be read. */
function aligned(all: readonly Piece[], count: number, lex: Lexicon): Piece[] {
  const parts = all.length >= count ? all : all.flatMap((part) => apart(part, lex));
  const extra = parts.at(-count - 1);
  return extra && lex.names.all(extra.text).some(({ end }) => end === extra.text.length) ? [] : parts.slice(-count);
}

/** 城乡居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入 */
function apart(piece: Piece, lex: Lexicon): Piece[] {
  const { text } = piece;
  const word = lex.collective.keys().find((key) => text.includes(key));
  const members = word === undefined ? [] : (lex.collective.get(word) ?? []);
  return members.length === 0 ? [piece] : members.map((member) => ({ ...piece, text: text.replace(word ?? '', member) }));
}

/** 城镇 with the end of 农村居民人均可支配收入; 能耗 with the beginning of 万元GDP建设用地. */
function shared(word: string, parts: readonly Piece[], own: readonly (Mention<Name> | undefined)[], lex: Lexicon): Name | null {
  const bare = word.replace(/^.*[的:]/, '').replace(gain, '');
  const last = parts.at(-1)?.text ?? '';
  for (let k = 0; k < last.length; k++) {
    const value = lex.names.get(bare + last.slice(k));
    if (value) return value;
  }
  const first = parts[0]?.text.slice(own[0]?.start ?? 0) ?? '';
  for (let k = first.length - 1; k > 0; k--) {
    const value = lex.names.get(first.slice(0, k) + bare);
    if (value) return value;
  }
  return null;
}
