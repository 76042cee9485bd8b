/**
 * What every page knows of the search: almost nothing. The rest is loaded when the reader opens the box, writes into one,
 * or comes from a result.
 */
const fields = 'form[role=search] input[type=search]';

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.search-entry') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const own = document.querySelector<HTMLInputElement>(`main ${fields}`);
  if (own) own.focus();
  else
    import('./dialog.ts').then(
      ({ openDialog }) => openDialog(link),
      () => location.assign(link.href),
    );
});

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches(fields))
    import('./combobox.ts').then(({ attachCombobox }) => attachCombobox(target));
});
// The focus may be there before this script is.
if (document.activeElement?.matches(fields)) document.activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));

if (new URLSearchParams(location.search).has('mark')) import('./mark-arrival.ts').then(({ markWords }) => markWords());
