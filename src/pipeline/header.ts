import type { Dropped } from '../schemas/report.ts';
import { findDate } from '../text/dates.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type Block, block } from './block.ts';
import { headerCuts } from './header-cuts.ts';
import { findSession, findSpeaker } from './header-fields.ts';
import type { Line } from './lines.ts';

/** The header of a document: its blocks, and the words that its fields are read from. */
export interface Header {
  blocks: Block[];
  title: string | null;
  /** The lines of the header, one under the other. */
  text: string;
  dropped: Dropped[];
}

const reportTitle = /工\s*作\s*报\s*告/u;
/** 【长沙招商】: the column of the site. */
const label = /^[【[][^】\]]{1,12}[】\]]\s*/u;
/** -10篇(第16/21页): which page of the site's cut text this is. */
const paging = /[-—_\s]*(?:\d{1,3}\s*篇)?\s*[（(]\s*第?\s*\d{1,3}\s*[/／]\s*\d{1,3}\s*页?\s*[）)]\s*$/u;
/** _政府工作报告_某某市人民政府: the name of the site behind a title. */
const siteName = /\s*[_|｜–-]{1,2}\s*[^_|｜–-]{2,30}(?:政府|网|门户|网站|信息公开|政务)[^_|｜–-]{0,12}$/u;
/** 思明區人民政府區長 黃國彬: an office and a name, whoever it is. */
const office = /(?:省|市|州|盟|县|縣|区|區|旗)?(?:长|長|主席|主任|总理)[\s\u3000]+\p{Script=Han}(?:[\s\u3000]*\p{Script=Han}){1,3}$/u;
const dateOnly = /^[（(]?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[\d〇○零一二三四五六七八九]{4}年.{1,6}月.{1,4}日?)[）)]?$/u;

/** Reads the lines before the text: 2020年长沙市开福区政府工作报告 | 2020年1月12日在…第五次会议上 | 谢伟峰 */
export function header(head: readonly Line[], kind: 'report' | 'article'): Header {
  const lines = head.flatMap(({ text }) => (kind === 'report' ? columns(text) : [text]));
  const at = titleIndex(lines, kind);
  const dropped: Dropped[] = lines.slice(0, Math.max(0, at)).map((text) => ({ ...text.seedRange(), reason: '标题之前的网站文字' }));
  const blocks: Block[] = [];
  const line = lines[at];
  if (line) {
    const title = withoutSite(line, dropped);
    blocks.push(block('title', title, 'front'));
  }
  for (const one of rest(lines.slice(at + 1), dropped)) blocks.push(one);
  const words = [...(line ? [line.value] : []), ...blocks.filter(({ type }) => type !== 'title').map(({ text }) => text.value)];
  return {
    blocks,
    title: blocks[0]?.type === 'title' ? blocks[0].text.value.replace(/\s+/gu, ' ') : null,
    text: words.join('\n'),
    dropped,
  };
}

function titleIndex(lines: readonly MappedText[], kind: 'report' | 'article'): number {
  if (kind === 'article') return lines.length > 0 ? 0 : -1;
  return lines.findLastIndex(
    ({ value }) => reportTitle.test(value) && value.length <= 60 && !/[。]/u.test(value) && !/作(?:了)?(?:政府)?工作报告/u.test(value),
  );
}

/** Cuts a line that holds the whole header: 2020年…政府工作报告 2020年1月12日在…会议上 谢伟峰 */
function columns(text: MappedText): MappedText[] {
  const { value } = text;
  if (!reportTitle.test(value) && !/会议/u.test(value)) return [text];
  const cuts = [0];
  for (const { index, 0: space } of value.matchAll(/\s+/gu)) {
    const before = value.slice(cuts.at(-1), index);
    const open = (before.match(/[（(]/gu)?.length ?? 0) > (before.match(/[）)]/gu)?.length ?? 0);
    if (!open && /(?:报告|会议上?|通过)[）)》]?$/u.test(before.replace(/\s/gu, ''))) cuts.push(index + space.length);
  }
  cuts.push(...headerCuts(value));
  return cuts
    .sort((a, b) => a - b)
    .flatMap((from, i) => {
      const piece = text.slice(from, cuts[i + 1] ?? value.length).trim();
      return piece.length > 0 ? [piece] : [];
    });
}

function withoutSite(text: MappedText, dropped: Dropped[]): MappedText {
  const column = label.exec(text.value)?.[0].length ?? 0;
  const from = column < text.length ? column : 0;
  const tail = paging.exec(text.value) ?? siteName.exec(text.value);
  const to = tail && text.value.slice(from, tail.index).trim() !== '' ? tail.index : text.length;
  if (from > 0) dropped.push({ ...text.seedRange(0, from), reason: '网站栏目名' });
  if (to < text.length) dropped.push({ ...text.seedRange(to), reason: '网站的分页或站名' });
  return text.slice(from, to).trim();
}

/** Session, date and speaker; what is none of them and short is the site's. */
function rest(lines: readonly MappedText[], dropped: Dropped[]): Block[] {
  const blocks: Block[] = [];
  const speaker = findSpeaker([...lines.map(({ value }) => value), '各位代表：'].join('\n'))?.value;
  for (const text of joinSession(lines)) {
    const { value } = text;
    if (findSession(value) || (findDate(value) && /(?:会议|代表大会|届)/u.test(value))) blocks.push(block('session', text, 'front'));
    else if (dateOnly.test(value)) blocks.push(block('date', text, 'front'));
    else if (speaker && value.length <= 40 && value.replace(/\s/gu, '').includes(speaker)) blocks.push(block('speaker', text, 'front'));
    else if (office.test(value)) blocks.push(block('speaker', text, 'front'));
    else if (value.length > 30 || /[。；]|各位/u.test(value)) blocks.push(block('paragraph', text, 'front'));
    else dropped.push({ ...text.seedRange(), reason: '标题与正文之间的网站文字' });
  }
  return blocks;
}

/** ——2026年1月26日在广东省第十四届 | 人民代表大会第五次会议上: a session on two lines. */
function joinSession(lines: readonly MappedText[]): MappedText[] {
  const result: MappedText[] = [];
  for (const text of lines) {
    const before = result.at(-1);
    if (before && !findSession(before.value) && !findSession(text.value) && findSession(before.value + text.value)) {
      result[result.length - 1] = before.concat(text);
    } else result.push(text);
  }
  return result;
}
