/** The address of the words in `range`: `…#s1-p2:~:text=新增5G基站320个`, whole words, the ends of a long passage only. */
export function passageUrl(range: Range): string {
  const block = elementOf(range.startContainer)?.closest<HTMLElement>('p[id], section[id], header [id]');
  const text = wholeWords(range);
  const before = textBefore(block, text.first);
  const long = text.value.length > 60 || text.value.includes('\n');
  const words = long ? `${escapeFragment(text.first)},${escapeFragment(text.last)}` : escapeFragment(text.value);
  const prefix = before ? `${escapeFragment(before)}-,` : '';
  return `${location.origin}${location.pathname}#${block?.id ?? ''}:~:text=${prefix}${words}`;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** In a message a link ends at the first sign that is not a plain letter: everything else is escaped. */
function escapeFragment(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Fragments match whole words only: a cut word is taken in whole. */
function wholeWords(range: Range): { value: string; first: string; last: string } {
  const grown = range.cloneRange();
  const { startContainer: start, endContainer: end } = grown;
  if (start instanceof Text)
    grown.setStart(
      start,
      edges(start.data)
        .filter((edge) => edge <= grown.startOffset)
        .at(-1) ?? grown.startOffset,
    );
  if (end instanceof Text) grown.setEnd(end, edges(end.data).find((edge) => edge >= grown.endOffset) ?? grown.endOffset);
  const value = readable(grown);
  const lines = value.split('\n').filter(Boolean);
  const [head = '', tail = ''] = [lines[0], lines.at(-1)];
  const first = head.slice(0, edges(head).find((edge) => edge >= 12) ?? head.length);
  const last = tail.slice(
    edges(tail)
      .filter((edge) => edge <= tail.length - 12)
      .at(-1) ?? 0,
  );
  return { value, first, last };
}

/** The words of a range as the page reads, without what the archive added. */
function readable(range: Range): string {
  const part = range.cloneContents();
  for (const added of part.querySelectorAll('[data-editorial]')) added.remove();
  for (const block of part.querySelectorAll('p, h1, h2, h3, h4')) block.append('\n');
  return (part.textContent ?? '').trim();
}

/** Offsets at which words begin or end. */
function edges(text: string): number[] {
  if (!('Segmenter' in Intl)) return [...text].map((_, i) => i).concat(text.length);
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ index }) => index).concat(text.length);
}

/** The same words may stand elsewhere earlier in the page: then the words before them tell which are meant. */
function textBefore(block: HTMLElement | null | undefined, words: string): string {
  const all = document.querySelector('.document')?.textContent ?? '';
  const own = block?.textContent ?? '';
  if (all.indexOf(words) === all.lastIndexOf(words)) return '';
  const before = own.slice(0, own.indexOf(words));
  return before.slice(
    edges(before)
      .filter((edge) => edge <= before.length - 6)
      .at(-1) ?? 0,
  );
}
