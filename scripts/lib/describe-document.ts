import type { Converted } from '../../src/pipeline/convert.ts';
import { placeIn, wantedId } from '../../src/pipeline/record.ts';

/** Of the headings, so many are shown. */
const SHOWN_HEADINGS = 12;
const SHOWN_DOUBTS = 8;
/** Of a line of the seed, so many characters around the place of a doubt. */
const AROUND = 24;

const COMPLETENESS = { complete: '完整', truncated: '后面不全', fragment: '片段' } as const;

/** What was recognised in a document and what is doubtful, as lines for the console, with the seed's own words. */
export function describeDocument(document: Converted, value: string): string[] {
  const { kind, title, region, year, session, deliveredOn, speaker, completeness, notes, projects, observations } = document;
  const mark = (name: string) => (document.inferred.includes(name) ? '（推定）' : document.stated.includes(name) ? '（人工）' : '');
  const field = (label: string, shown: string | number | null, name: string) =>
    `  ${label}　${shown === null ? '—' : `${shown}${mark(name)}`}`;
  const counts = `${characters(document)} 字，${document.outline.length} 个标题，${notes.length} 条注释，${projects.length} 项实事，${observations.length} 个数据`;
  return [
    `${kind === 'report' ? '政府工作报告' : '其他文本'}：${wantedId(document)}`,
    field('标题', title, 'title'),
    field('地区', region ? `${region.fullName}（${region.code ?? '无代码'}）` : null, 'region'),
    field('年份', year, 'year'),
    field('会议', session, 'session'),
    field('日期', deliveredOn, 'deliveredOn'),
    field('报告人', speaker, 'speaker'),
    field('完整性', COMPLETENESS[completeness], 'completeness'),
    `  内容　${counts}`,
    ...headingLines(document),
    ...doubtLines(document, value),
  ];
}

function characters({ blocks }: Converted): number {
  return blocks.reduce((sum, { text }) => sum + text.value.replace(/\s/gu, '').length, 0);
}

function headingLines({ outline }: Converted): string[] {
  const top = outline.filter(({ depth }) => depth === 1);
  const shown = (top.length > 0 ? top : outline).slice(0, SHOWN_HEADINGS);
  const rest = (top.length > 0 ? top : outline).length - shown.length;
  return ['  大纲', ...shown.map(({ num, title }) => `    ${num}${num ? ' ' : ''}${title}`), ...(rest > 0 ? [`    …还有 ${rest} 个`] : [])];
}

function doubtLines({ messages }: Converted, value: string): string[] {
  const place = placeIn(value);
  const shown = messages.slice(0, SHOWN_DOUBTS).flatMap(({ offset, text, action }) => {
    const { line, column } = place(offset);
    return [`    第 ${line} 行第 ${column} 字：${text}。${action}`, `      ${excerpt(value, offset)}`];
  });
  const rest = messages.length - SHOWN_DOUBTS;
  return messages.length === 0
    ? ['  没有疑问']
    : [`  疑问 ${messages.length} 处`, ...shown, ...(rest > 0 ? [`    …还有 ${rest} 处，见 messages.txt`] : [])];
}

/** The words of the seed around an offset, on one line and without what a terminal would act on. */
function excerpt(value: string, offset: number): string {
  const words = value.slice(Math.max(0, offset - 4), offset + AROUND);
  return `“${words.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()}”`;
}
