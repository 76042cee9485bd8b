import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** A line of a page as it is shown. */
interface PageLine {
  text: string;
  /** All of it is links. */
  link: boolean;
}

/** Elements that begin and end on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas audio video head input textarea button select nav footer'.split(' '),
);
/** What a page calls the boxes around its text: share, footer, breadcrumb. */
const BOX = /foot|copyright|share|related|crumb|toolbar|sidebar|(?:^|[\s_-])(?:nav|menu|print)(?:$|[\s_-])/i;
/** A box that holds a sentence or as much text as this is no mere box. */
const BOX_TEXT = 400;
/** How far above the main text its title, session and date are looked for, in lines. */
const HEADER_LINES = 25;

/** A page of more characters is no page that somebody wrote, and its tree would fill the memory. */
const LARGEST_PAGE = 8_000_000;
const DEEPEST_PAGE = 1000;

const ELEMENT = 1;
const TEXT = 3;

/**
 * The main text of a page as plain lines: <p>各位代表：</p><p>现在，我代表…</p>. Readability finds where it begins; from its title on, the
 * lines are taken from the page itself, so that session and date are kept, and notes behind the text. What is left of the page around
 * it is dropped later, with a reason. `main: false`: the whole body.
 */
export function htmlText(html: string, { main = true }: { main?: boolean } = {}): string {
  if (html.length > LARGEST_PAGE || depthOf(html) > DEEPEST_PAGE) return withoutTags(html);
  const lines = linesOf(html);
  if (!main) return joined(lines);
  const article = readArticle(html);
  const wanted = linesOf(article.content);
  const at = (line: PageLine | undefined, find: 'findIndex' | 'findLastIndex') => lines[find](({ text }) => text === line?.text);
  const first = at(
    wanted.find(({ text }) => text.length > 8),
    'findIndex',
  );
  const last = at(
    wanted.findLast(({ text }) => text.length > 8),
    'findLastIndex',
  );
  const taken = wanted.reduce((sum, { text }) => sum + text.length, 0);
  if (first < 0 || last < first || taken * 2 < sentences(lines)) return joined(lines);
  return joined(lines.slice(titleAbove(lines, first, article.title)).filter(({ link }, i) => !link || first + i <= last));
}

/** How deeply the elements that need an end tag are nested. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end] of html.matchAll(/<(\/?)(?:div|span|table|section|ul|ol|font|b|i|em|strong|blockquote|center|a)\b/gi)) {
    depth += end ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]{0,2000}>[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:p|div|br|tr|li|h[1-6]|table|section)\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(/\n\s*\n/g, '\n');
}

function joined(lines: readonly PageLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** Index of the line that the main text's title stands in, or `first` where none is near. */
function titleAbove(lines: readonly PageLine[], first: number, title: string): number {
  const bare = (line: string) => line.replace(/\s/g, '');
  for (let i = first; i >= Math.max(0, first - HEADER_LINES); i--) {
    const line = bare(lines[i]?.text ?? '');
    if (line.length >= 4 && (line === bare(title) || (/政府工作报告/.test(line) && line.length <= 40))) return i;
  }
  return first;
}

/** Characters of the lines that are sentences. */
function sentences(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + (text.length > 40 ? text.length : 0), 0);
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

/** A piece of a page in the order of its text; `inLink`: of an <a>. */
interface Piece {
  text: string;
  inLink: boolean;
}

function linesOf(html: string): PageLine[] {
  const body = documentOf(html).body;
  const lines: PageLine[] = [];
  let line: PageLine = { text: '', link: true };
  for (const { text, inLink } of body ? piecesOf(body) : []) {
    const [head = '', ...rest] = text.split('\n');
    line = { text: line.text + head, link: line.link && (inLink || head.trim() === '') };
    for (const next of rest) {
      lines.push(line);
      line = { text: next, link: inLink || next.trim() === '' };
    }
  }
  return [...lines, line]
    .map(({ text, link }) => ({ text: text.replace(/[ \t\r\f]+/g, ' ').trim(), link }))
    .filter(({ text }) => text !== '');
}

/** The text below a node with the line breaks of its elements; a stack of its own, since pages nest deeply. */
function* piecesOf(root: Node): Generator<Piece> {
  const stack: Array<{ node: Node | string; inLink: boolean }> = [{ node: root, inLink: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, inLink } = top;
    if (typeof node === 'string') yield { text: node, inLink };
    else if (node.nodeType === TEXT) yield { text: (node.textContent ?? '').replace(/\s*\n\s*/g, ' '), inLink };
    else if (node.nodeType === ELEMENT) {
      const within = inLink || node.nodeName === 'A';
      for (const part of partsOf(node)) stack.push({ node: part, inLink: within });
    }
  }
}

/** What an element consists of, last part first. */
function partsOf(node: Node): Array<Node | string> {
  const name = node.nodeName.toLowerCase();
  if (SKIPPED.has(name) || isBox(node)) return [];
  if (name === 'br' || name === 'hr') return ['\n'];
  if (name === 'sup') return [mark(node)];
  const note = name === 'li' ? /^(?:foot|end)note-(\d+)$/.exec(attribute(node, 'id'))?.[1] : undefined;
  if (note !== undefined) {
    const inner = [...node.childNodes].flatMap((child) => (child.nodeName === 'P' ? [...child.childNodes] : [child]));
    return ['\n', ...inner.reverse(), `[${note}]`, '\n'];
  }
  if (name === 'a' && /^#(?:foot|end)note-ref-/.test(attribute(node, 'href'))) return [];
  const edge = BLOCKS.has(name) ? '\n' : name === 'td' || name === 'th' ? '\t' : '';
  return [edge, ...[...node.childNodes].reverse(), edge];
}

/** A box of the page around the text: <div class="share">分享到：微信</div> */
function isBox(node: Node): boolean {
  const names = `${attribute(node, 'class')} ${attribute(node, 'id')}`;
  if (!BOX.test(names)) return false;
  const text = (node.textContent ?? '').trim();
  return text.length < BOX_TEXT && !text.includes('。');
}

function attribute(node: Node, name: string): string {
  const value: unknown = 'getAttribute' in node && typeof node.getAttribute === 'function' ? node.getAttribute(name) : null;
  return typeof value === 'string' ? value : '';
}

/** A raised number is the mark of a note, 三资<sup>3</sup> → 三资[3], but for square and cubic metres. */
function mark(node: Node): string {
  const text = (node.textContent ?? '').trim();
  if (!/^\d{1,3}$/.test(text)) return text;
  if (/[a-zA-Z]\s*$/.test(node.previousSibling?.textContent ?? '')) return text === '2' ? '²' : text === '3' ? '³' : text;
  return `[${text}]`;
}
