/**
 * A ¶ behind every heading, paragraph and note that has an anchor. They are made here and not in the page,
 * a few at a time while nothing else is to do. On a phone one shows after a tap on the margin of its paragraph.
 */
export function addPilcrows(article: HTMLElement): void {
  const blocks = [...article.querySelectorAll<HTMLElement>('section[id] > :is(h1, h2, h3, h4), p[id]')].filter(
    (block) => !block.closest('header'),
  );
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
  const add = () => {
    for (const block of blocks.splice(0, 60)) block.append(pilcrow());
    if (blocks.length > 0) later(add);
  };
  later(add);
  document.addEventListener('click', async (event) => {
    const target = event.target instanceof HTMLElement ? event.target : article;
    if (target.matches('.pilcrow')) {
      const { openCitation } = await import('./citation-panel.ts');
      openCitation(target, article);
    } else if (!target.closest('a, button, summary, dialog, nav')) showInMargin(article, event);
  });
}

function pilcrow(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pilcrow';
  button.dataset.editorial = '';
  button.setAttribute('aria-label', '引用此处');
  button.setAttribute('aria-haspopup', 'dialog');
  return button;
}

/** A tap beside a paragraph, or on the first or last character of its lines, shows its ¶. */
function showInMargin(article: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const { left, right } = article.getBoundingClientRect();
  if (clientX > left + 20 && clientX < right - 20) return;
  for (const shown of article.querySelectorAll('.pilcrow.shown')) shown.classList.remove('shown');
  const block = document.elementFromPoint((left + right) / 2, clientY)?.closest('p[id], h1, h2, h3, h4');
  block?.querySelector('.pilcrow')?.classList.add('shown');
}
