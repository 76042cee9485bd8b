import { kindNames } from './filters.ts';
import type { Hit } from './hits.ts';

/**
 * Hits as a list: the document and the place in it, then the passage with the words marked. Sections over which the words are
 * scattered come apart, and without words where the passages of their document are shown above.
 */
export function renderHits(list: HTMLElement, hits: readonly Hit[]): void {
  const whole = hits.filter((hit) => !isScattered(hit));
  const told = new Set(whole.filter((hit) => hit.passages.length > 0).map((hit) => hit.url));
  const scattered = hits.filter(isScattered).map((hit) => (told.has(hit.url.replace(/#.*/u, '')) ? { ...hit, excerpt: '' } : hit));
  const label = element('li', { className: 'search-label', textContent: '各词分散在几段里的' });
  list.replaceChildren(
    ...whole.map(hitElement),
    ...(whole.length > 0 && scattered.length > 0 ? [label] : []),
    ...scattered.map(hitElement),
  );
}

function isScattered({ scope }: Hit): boolean {
  return scope === 'section' || scope === 'document';
}

function hitElement(hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = element('a', { href: hit.href, textContent: hit.document });
  item.append(link);
  if (hit.kind !== 'report') item.append(element('span', { className: 'search-kind', textContent: kindNames[hit.kind] }));
  const place = placeElement(hit);
  if (place) item.append(place);
  if (hit.passages.length > 0) item.append(passagesElement(hit));
  else if (hit.excerpt) item.append(excerptElement(hit.excerpt));
  return item;
}

function passagesElement({ passages }: Hit): HTMLUListElement {
  const list = document.createElement('ul');
  for (const passage of passages) {
    const item = document.createElement('li');
    item.append(
      element('a', { href: passage.href, textContent: [...passage.section, passage.place].filter(Boolean).join(' › ') || '这一段' }),
    );
    item.append(excerptElement(passage.excerpt));
    list.append(item);
  }
  return list;
}

function placeElement({ section, place }: Hit): HTMLElement | undefined {
  const steps = [...section, place].filter(Boolean);
  return steps.length === 0 ? undefined : element('p', { className: 'search-place', textContent: steps.join(' › ') });
}

/** The module escapes the text; only its marks are elements. */
function excerptElement(html: string): HTMLElement {
  const paragraph = element('p', { className: 'search-excerpt' });
  paragraph.innerHTML = html;
  return paragraph;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
