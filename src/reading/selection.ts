/** Offers a link to exactly the words that are selected in the text. */
export function offerSelection(article: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'selection-link';
  button.hidden = true;
  document.body.append(button);
  let range: Range | null = null;
  let timer = 0;

  const offer = () => {
    const selection = getSelection();
    const chosen = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!chosen || !article.contains(chosen.commonAncestorContainer) || chosen.toString().trim().length < 2) {
      button.hidden = true;
      return;
    }
    range = chosen.cloneRange();
    button.textContent = '复制所选文字的链接';
    button.hidden = false;
    const box = chosen.getBoundingClientRect();
    button.style.top = `${Math.min(box.bottom + 8, innerHeight - 120) + scrollY}px`;
    button.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 200))}px`;
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = window.setTimeout(offer, 200);
  });
  // The tap must not take the selection away before it is used.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    if (!range) return;
    const [{ passageUrl }, { copy }] = await Promise.all([import('./passage-url.ts'), import('./copy.ts')]);
    button.textContent = await copy(passageUrl(range));
  });
}
