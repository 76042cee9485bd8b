import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Elements that begin and end on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas audio video head input textarea button select'.split(' '),
);
/** How far above the main text its title, session and date are looked for, in lines. */
const HEADER_LINES = 25;

const ELEMENT = 1;
const TEXT = 3;

/**
 * The main text of a page as plain lines: <p>各位代表：</p><p>现在，我代表…</p>. Readability finds where it begins and ends; the lines
 * between are taken from the page itself, from the title on, so that session and date under the title are kept.
 * `main: false`: the whole body.
 */
export function htmlText(html: string, { main = true }: { main?: boolean } = {}): string {
  const lines = linesOf(html);
  if (!main) return lines.join('\n');
  const article = readArticle(html);
  const wanted = linesOf(article.content);
  const first = lines.indexOf(wanted.find((line) => line.length > 8) ?? '');
  const last = lines.lastIndexOf(wanted.findLast((line) => line.length > 8) ?? '');
  const taken = wanted.join('').length;
  if (first < 0 || last < first || taken * 2 < longLines(lines)) return lines.join('\n');
  return lines.slice(titleAbove(lines, first, article.title), last + 1).join('\n');
}

/** Index of the line that the main text's title stands in, or `first` where none is near. */
function titleAbove(lines: readonly string[], first: number, title: string): number {
  const from = Math.max(0, first - HEADER_LINES);
  const bare = (line: string) => line.replace(/\s/g, '');
  for (let i = first; i >= from; i--) {
    const line = bare(lines[i] ?? '');
    if (line.length >= 4 && (line === bare(title) || (/政府工作报告/.test(line) && line.length <= 40))) return i;
  }
  return first;
}

/** Characters of the lines that are sentences. */
function longLines(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.length > 40 ? line.length : 0), 0);
}

function readArticle(html: string): { title: string; content: string } {
  try {
    const article = new Readability(documentOf(html), { charThreshold: 200 }).parse();
    return { title: article?.title ?? '', content: article?.content ?? '' };
  } catch {
    return { title: '', content: '' };
  }
}

function documentOf(html: string): Document {
  const complete = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(complete).document;
}

function linesOf(html: string): string[] {
  const out: string[] = [];
  const root = documentOf(html).body;
  if (root) write(root, out);
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Writes the text below a node, deep pages included (a stack of its own, no recursion). */
function write(root: Node, out: string[]): void {
  const stack: Array<Node | string> = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top === 'string') out.push(top);
    else if (top.nodeType === TEXT) out.push((top.textContent ?? '').replace(/\s*\n\s*/g, ' '));
    else if (top.nodeType === ELEMENT) open(top, stack);
  }
}

function open(node: Node, stack: Array<Node | string>): void {
  const name = node.nodeName.toLowerCase();
  if (SKIPPED.has(name)) return;
  if (name === 'br' || name === 'hr') stack.push('\n');
  else if (name === 'sup') stack.push(mark(node));
  else {
    const edge = BLOCKS.has(name) ? '\n' : name === 'td' || name === 'th' ? '\t' : '';
    stack.push(edge);
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    stack.push(edge);
  }
}

/** A raised number is the mark of a note, 三资<sup>3</sup> → 三资[3], but for square and cubic metres. */
function mark(node: Node): string {
  const text = (node.textContent ?? '').trim();
  if (!/^\d{1,3}$/.test(text)) return text;
  if (/[a-zA-Z]\s*$/.test(node.previousSibling?.textContent ?? '')) return text === '2' ? '²' : text === '3' ? '³' : text;
  return `[${text}]`;
}
