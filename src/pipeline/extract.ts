import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import type { Range } from '../text/mapped-text.ts';
import { type Decoded, decode, refuse, settle } from './decode.ts';
import { htmlText } from './html-text.ts';
import type { Message } from './message.ts';

/** What a seed file holds. `pieces`: the ranges of its independent texts (one for each row of a table). */
export interface Extracted extends Decoded {
  pieces: Range[];
}

/** Endings of the files that are seeds. */
export const SEED_ENDINGS = ['.txt', '.md', '.html', '.htm', '.docx', '.csv', '.tsv', '.json', '.jsonl'] as const;

/** Names of columns and keys that hold the text of a report, best first. */
const TEXT_KEYS = ['full_text', 'fulltext', 'text', 'content', 'body', 'article', '正文', '全文', '内容', '报告内容', '报告全文', '文本'];
const TITLE_KEYS = ['title', 'headline', '标题', '题目', '报告标题'];
/** A cell shorter than this is no report. */
const LEAST_TEXT = 200;

/**
 * Bytes of a seed file → its texts: that of .txt as it is, that of .md without its marks, the main text of .html, the paragraphs of .docx, the
 * text column of .csv and .json (2026年广东省政府工作报告.csv, column full_text). `stated`: encoding that a person stated.
 */
export async function extract(bytes: Uint8Array, path: string, stated?: string): Promise<Extracted> {
  const ending = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? '';
  if (ending === '.docx') return whole(await readDocx(bytes, path));
  const decoded = decode(bytes, path, stated);
  if (decoded.refused) return whole(decoded);
  if (ending === '.csv' || ending === '.tsv') return readTable(decoded, path, ending === '.tsv' ? '\t' : ',');
  if (ending === '.json' || ending === '.jsonl') return readJson(decoded, path);
  if (ending === '.html' || ending === '.htm' || looksLikeHtml(decoded.value))
    return whole(replaced(decoded, htmlText(decoded.value), path));
  return whole(ending === '.md' ? replaced(decoded, plainMarkdown(decoded.value), path) : decoded);
}

/** Markdown without what only it means: frontmatter, `#` before a heading, `**` around words, `\` before a mark. Numbers stay. */
function plainMarkdown(value: string): string {
  return value
    .replace(/^---\n[\s\S]{0,5000}?\n---\n/, '')
    .replace(/^ {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,200}?\S)\1/g, '$2')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1');
}

function whole(decoded: Decoded): Extracted {
  return { ...decoded, pieces: [{ start: 0, end: decoded.value.length }] };
}

/** The same file with the text that was taken out of it. */
function replaced(decoded: Decoded, text: string, path: string, messages: readonly Message[] = []): Decoded {
  if (text.trim() === '') return refuse('no-text', `${path} 里没有找到正文`, '请打开原文，把正文另存为 .txt');
  const doubts = decoded.messages.filter(({ rule }) => rule !== 'control-character').map((message) => ({ ...message, offset: 0 }));
  return { ...decoded, ...settle(text, [...doubts, ...messages]) };
}

/** <!DOCTYPE html>, or a tag for every few hundred characters. */
function looksLikeHtml(value: string): boolean {
  const head = value.slice(0, 20000);
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(head)) return true;
  const tags = head.match(/<\/?(?:p|div|span|br|td|tr|table|a|li|ul|h[1-6]|font|strong)\b[^<>]*>/gi)?.length ?? 0;
  return tags >= 20 && tags * 400 > head.length;
}

async function readDocx(bytes: Uint8Array, path: string): Promise<Decoded> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return replaced({ value: '', encoding: 'docx', messages: [], refused: false }, htmlText(value, { main: false }), path);
  } catch {
    return refuse('broken-docx', `${path} 打不开，不是完好的 .docx`, '请在 Word 里打开并重新保存');
  }
}

function readTable(decoded: Decoded, path: string, delimiter: string): Extracted {
  try {
    const rows: string[][] = parse(decoded.value, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
    const [names = [], ...cells] = rows;
    return join(
      decoded,
      cells.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']))),
      path,
    );
  } catch {
    const text = `${path} 不是完好的表格，按纯文本读`;
    return whole({
      ...decoded,
      messages: [...decoded.messages, { rule: 'broken-table', offset: 0, text, action: '请重新导出表格，或把正文另存为 .txt' }],
    });
  }
}

function readJson(decoded: Decoded, path: string): Extracted {
  const rows = parseJson(decoded.value);
  if (rows) return join(decoded, rows, path);
  const text = `${path} 不是完好的 JSON，按纯文本读`;
  return whole({
    ...decoded,
    messages: [...decoded.messages, { rule: 'broken-json', offset: 0, text, action: '请重新导出，或把正文另存为 .txt' }],
  });
}

/** The records of a JSON file, of one with a record a line, or of an array inside an object ({"data": […]}). */
function parseJson(value: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(value);
    if (Array.isArray(parsed)) return parsed;
    const inner = isRecord(parsed) ? Object.values(parsed).find((field) => Array.isArray(field) && field.some(isRecord)) : undefined;
    return Array.isArray(inner) && !(isRecord(parsed) && textOf(parsed)) ? inner : [parsed];
  } catch {
    // Perhaps a record a line.
  }
  try {
    return value
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}

/** The texts of all records, one behind the other. */
function join(decoded: Decoded, rows: readonly unknown[], path: string): Extracted {
  const texts = rows.map((row) => (typeof row === 'string' ? row : isRecord(row) ? textOf(row) : '')).filter((text) => text.trim() !== '');
  const { pieces: _, ...result } = whole(replaced(decoded, texts.join('\n\n'), path));
  if (result.refused) return whole(result);
  const pieces: Range[] = [];
  let at = 0;
  for (const text of texts) {
    pieces.push({ start: at, end: at + text.length });
    at += text.length + 2;
  }
  return { ...result, pieces };
}

/** The text of a record with its title before it, '' where no field is long enough. */
function textOf(record: Record<string, unknown>): string {
  const fields = Object.entries(record).filter((field): field is [string, string] => typeof field[1] === 'string');
  const named = TEXT_KEYS.map((key) => fields.find(([name]) => name.trim().toLowerCase() === key)?.[1]).find(
    (text) => text !== undefined && text.trim() !== '',
  );
  const longest = fields.map(([, text]) => text).sort((a, b) => b.length - a.length)[0] ?? '';
  const text = named ?? (longest.length >= LEAST_TEXT ? longest : '');
  if (text === '') return '';
  const plain = looksLikeHtml(text) ? htmlText(text) : text;
  const title = TITLE_KEYS.map((key) => fields.find(([name]) => name.trim().toLowerCase() === key)?.[1].trim()).find((found) => found);
  return title === undefined || plain.slice(0, 300).replace(/\s/g, '').includes(title.replace(/\s/g, '')) ? plain : `${title}\n${plain}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
