import { isOpening } from './copies.ts';
import { isTopHeading } from './heading-lines.ts';
import type { Line } from './lines.ts';
import { markOf } from './marks.ts';

const reportTitle = /工\s*作\s*报\s*告/u;
/** 关于政府工作报告的决议 | 解读政府工作报告 | 代表热议政府工作报告: about a report, not one. */
const about = /决议|决定|解读|热议|审议|审查|摘要|图解|速览|一图|侧记|综述|评论|学习|贯彻|传达|起草|修改|征求|反响|关键词|看点/u;
/** A text of a few lines is an excerpt. */
const leastText = 150;

/** Whether a document is a report: it opens as one (现在，我代表区人民政府…报告工作), or is titled so and has the outline of one. */
export function documentKind(head: readonly Line[], body: readonly Line[]): 'report' | 'article' {
  const length = lengthOf(body);
  if (length < leastText) return 'article';
  if (body.slice(0, 8).some(({ text }) => isOpening(text.value))) return 'report';
  // A page of links is no text, however long it is.
  if (lengthOf(body.filter(({ text }) => text.length >= 40)) < length / 2) return 'article';
  const titled = head.some(({ text }) => reportTitle.test(text.value) && !about.test(text.value));
  const outlined = body.filter(({ text }) => text.length <= 60 && (markOf(text.value)?.kind === 'cn' || isTopHeading(text.value))).length;
  return titled && (outlined >= 2 || body.some(({ text }) => /各位代表/u.test(text.value))) ? 'report' : 'article';
}

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);
