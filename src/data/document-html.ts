const rendered = new Map<string, Promise<string>>();

/** The HTML of a document's text, rendered once in a build however many pages show a part of it. */
export function documentHtml(id: string, render: () => Promise<string>): Promise<string> {
  const known = rendered.get(id);
  if (known && import.meta.env.PROD) return known;
  const html = render();
  rendered.set(id, html);
  return html;
}

/** `<header>…</header>` with the lines above the text, and the text. */
export function splitHeader(html: string): { header: string; body: string } {
  const end = html.indexOf('</header>') + '</header>'.length;
  return { header: html.slice(html.indexOf('<header>'), end), body: html.slice(end) };
}

/** `<section id="s2-8">…</section>` out of a whole text; null where there is no such section. */
export function sliceSection(html: string, id: string): string | null {
  const start = html.indexOf(`<section id="${id}"`);
  if (start === -1) return null;
  const tag = /<(\/?)section\b/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return html.slice(start, match.index + '</section>'.length);
  }
  return html.slice(start);
}

/** The notes that a part of a text links to: `<p id="note-3" class="note">…</p>` each, in their order. */
export function notesOf(part: string, html: string): string {
  const numbers = new Set(Array.from(part.matchAll(/href="#(note-\d+)"/g), (match) => match[1]));
  return Array.from(html.matchAll(/<p id="(note-\d+)" class="note">.*?<\/p>/gs))
    .filter((match) => numbers.has(match[1]) && !part.includes(match[0]))
    .map((match) => match[0])
    .join('');
}

/** Links to places that are not in this part lead to the page of the whole text. */
export function linkOutside(part: string, whole: string): string {
  const ids = new Set(Array.from(part.matchAll(/ id="([^"]+)"/g), (match) => match[1]));
  return part.replace(/ href="#([^":]+)"/g, (link, id: string) => (ids.has(id) ? link : ` href="${whole}#${id}"`));
}

/** The answer for the last document: each of its sections asks anew. */
let counted = { html: '', ascii: false };

/** 增长6%,总量: commas and the like are mostly half-width ones, as some sources have them. */
export function hasAsciiPunctuation(html: string): boolean {
  if (counted.html !== html) counted = { html, ascii: isAscii(plainText(html)) };
  return counted.ascii;
}

function isAscii(text: string): boolean {
  return (text.match(/[,;:!?](?!\d)/g)?.length ?? 0) > (text.match(/[，；：！？]/g)?.length ?? 0);
}

/** The text of a part without what the archive added. */
export function plainText(html: string): string {
  return html
    .replace(/<(\w+)[^>]* data-editorial[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x26;|&amp;/g, '&')
    .replace(/&#x3C;|&lt;/g, '<');
}
