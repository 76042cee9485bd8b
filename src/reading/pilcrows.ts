/**
 * A ¶ behind every heading, paragraph and note that has an anchor. They are made here and not in the page,
 * a few at a time while nothing else is to do. On a phone one shows after a tap on the margin of its paragraph.
 * By Tab one reaches that of the paragraph where one is (backwards: the nearest before), from there the others by the arrow keys.
 */
export function addPilcrows(article: HTMLElement): void {
  const blocks = [...article.querySelectorAll<HTMLElement>('section[id] > :is(h1, h2, h3, h4), p[id]')].filter(
    (block) => !block.closest('header, [data-editorial]'),
  );
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
  const add = () => {
    for (const block of blocks.splice(0, 60)) block.append(pilcrow(block));
    if (blocks.length > 0) later(add);
  };
  later(add);
  document.addEventListener('keydown', (event) => moveByKey(article, event));
  document.addEventListener('click', async (event) => {
    const target = event.target instanceof HTMLElement ? event.target : article;
    if (target.matches('.pilcrow')) {
      const { openCitation } = await import('./citation-panel.ts');
      openCitation(target, article);
    } else if (!target.closest('a, button, summary, dialog, nav')) showInMargin(article, event);
  });
}

function pilcrow(block: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pilcrow';
  button.dataset.editorial = '';
  button.tabIndex = -1;
  const [, kind, n] = /(p|note-)(\d+)$/.exec(block.id) ?? [];
  button.setAttribute('aria-label', n ? `引用第${n}${kind === 'p' ? '段' : '条'}` : '引用本节');
  button.setAttribute('aria-haspopup', 'dialog');
  return button;
}

function moveByKey(article: HTMLElement, event: KeyboardEvent): void {
  const step = { Tab: 0, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const active = document.activeElement;
  const on = active?.matches('.pilcrow') ?? false;
  if (step === undefined || (step !== 0 && !on)) return;
  const all = [...article.querySelectorAll<HTMLElement>('.pilcrow')];
  const isBefore = (one: HTMLElement) => active && one.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
  const own = event.shiftKey && !on ? all.filter(isBefore).at(-1) : all.find((one) => one.parentElement?.contains(active));
  const here = own ?? all.find((one) => one.getBoundingClientRect().bottom > 0);
  const next = here && (all[all.indexOf(here) + step] ?? here);
  if (!next) return;
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  if (step === 0) return;
  event.preventDefault();
  next.focus();
}

/** A tap beside a paragraph, or on the first or last character of its lines, shows its ¶. */
function showInMargin(article: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const { left, right } = article.getBoundingClientRect();
  if (clientX > left + 20 && clientX < right - 20) return;
  for (const shown of article.querySelectorAll('.pilcrow.shown')) shown.classList.remove('shown');
  const block = document.elementFromPoint((left + right) / 2, clientY)?.closest('p[id], h1, h2, h3, h4');
  block?.querySelector('.pilcrow')?.classList.add('shown');
}
