import { foldMapped } from './fold.ts';
import markCss from './mark.css?inline';
import { occurrences } from './match-record.ts';
import { addStyle } from './style.ts';

const name = 'found';

/**
 * Marks the words of `?mark=` in the text of the page, across the borders of elements, without touching it (CSS Custom
 * Highlights), and takes them out of the address. A bar tells how often they stand there, leads on, and clears the marks.
 */
export function markWords(): void {
  const url = new URL(location.href);
  const words = (url.searchParams.get('mark') ?? '').split(' ').filter(Boolean);
  url.searchParams.delete('mark');
  history.replaceState(history.state, '', url);
  const text = document.querySelector('article[data-document]') ?? document.querySelector('main');
  if (!text || words.length === 0 || !('highlights' in CSS)) return;
  const ranges = findRanges(text, words);
  if (ranges.length === 0) return;
  addStyle(markCss);
  CSS.highlights.set(name, new Highlight(...ranges));
  const target = document.getElementById(decodeURIComponent(url.hash.slice(1)));
  const first = ranges.findIndex((range) => target?.contains(range.startContainer));
  showBar(words, ranges, Math.max(0, first));
  scrollTo(ranges[Math.max(0, first)], 'auto');
}

/** The ranges of the words in the text of an element, white space and what the archive added left out. */
function findRanges(root: Element, words: readonly string[]): Range[] {
  const places: { node: Text; at: readonly number[]; start: number }[] = [];
  let folded = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches('[data-editorial], script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const { value, at } = foldMapped(node.data);
    if (value) places.push({ node, at, start: folded.length });
    folded += value;
  }
  const placeOf = (offset: number) => places.filter(({ start }) => start <= offset).at(-1);
  return words
    .flatMap((word) => {
      const text = foldMapped(word).value;
      return occurrences(folded, text).map((start) => ({ start, end: start + text.length }));
    })
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const [from, to] = [placeOf(start), placeOf(end - 1)];
      if (!from || !to) return [];
      const range = document.createRange();
      range.setStart(from.node, from.at[start - from.start] ?? 0);
      range.setEnd(to.node, to.at[end - to.start] ?? to.node.length);
      return [range];
    });
}

function showBar(words: readonly string[], ranges: readonly Range[], first: number): void {
  let current = first;
  const bar = document.createElement('div');
  bar.className = 'mark-bar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '标出的词');
  const label = document.createElement('span');
  const tell = (): void => {
    label.textContent = `“${words.join('”“')}” ${current + 1}/${ranges.length}`;
  };
  const clear = (): void => {
    CSS.highlights.delete(name);
    bar.remove();
    document.removeEventListener('keydown', onKey);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) clear();
  };
  const step = (by: number): void => {
    current = (current + by + ranges.length) % ranges.length;
    tell();
    scrollTo(ranges[current], matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');
  };
  tell();
  bar.append(
    label,
    button('上一处', () => step(-1)),
    button('下一处', () => step(1)),
    button('清除标记', clear),
  );
  document.addEventListener('keydown', onKey);
  document.body.append(bar);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  Object.assign(element, { type: 'button', textContent: text });
  element.addEventListener('click', act);
  return element;
}

/** To the middle of the screen, if it is not in sight. */
function scrollTo(range: Range | undefined, behavior: ScrollBehavior): void {
  const box = range?.getBoundingClientRect();
  if (!box || (box.top > 60 && box.bottom < innerHeight - 80)) return;
  scrollBy({ top: box.top - innerHeight / 3, behavior });
}
