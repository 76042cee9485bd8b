import { findDate } from '../text/dates.ts';
import { findSession, findSpeaker } from './header-fields.ts';

/** 政府工作报告（2019年）: where a title ends. */
const TITLE_END = /工\s*作\s*(?:的\s*)?报\s*告(?:\s*[（(](?:\d{4}年度?|摘要|全文|草案|征求意见稿)[)）])?/u;
/** ——, （: what opens the session behind a title. */
const OPENING = /^\s*(?:[—–-]{1,2}|[（(])?\s*/u;

/**
 * Where a line that holds a whole header without line breaks is to be cut: behind the title, and behind the session:
 * 政府工作报告（2019年）|——2019年1月10日在博罗县第十六届人民代表大会第四次会议上|博罗县县长何健华
 */
export function headerCuts(line: string): number[] {
  const title = TITLE_END.exec(line);
  const cuts: number[] = [];
  if (title) {
    const end = title.index + title[0].length;
    const rest = line.slice(end);
    const opening = OPENING.exec(rest)?.[0].length ?? 0;
    const date = findDate(rest);
    const session = findSession(rest);
    const begins = rest.startsWith('在', opening) || date?.start === opening;
    if (begins && session) cuts.push(end);
  }
  const behind = behindSession(line, cuts[0] ?? 0);
  return behind === null ? cuts : [...cuts, behind];
}

/** Where a speaker begins behind 会议上, if one does and no parenthesis is open. */
function behindSession(line: string, from: number): number | null {
  const session = findSession(line.slice(from));
  if (!session) return null;
  const end = from + session.end + (/^\s*(?:上|通过)?\s*[)）]?\s*/u.exec(line.slice(from + session.end))?.[0].length ?? 0);
  const before = line.slice(from, end);
  const open = (before.match(/[（(]/gu)?.length ?? 0) > (before.match(/[）)]/gu)?.length ?? 0);
  const rest = line.slice(end);
  return !open && rest.length > 0 && rest.length <= 30 && findSpeaker(`${session.value}\n${rest}\n各位代表`) ? end : null;
}
