import { base } from './address.ts';
import { attachCombobox } from './combobox.ts';
import dialogCss from './dialog.css?inline';
import { addStyle } from './style.ts';

let dialog: HTMLDialogElement | undefined;

/** The search box over the page: one field, its suggestions, a way to the whole search. Closed by Escape or a tap outside. */
export function openDialog(opener: HTMLElement): void {
  dialog ??= createDialog();
  dialog.addEventListener('close', () => opener.focus({ preventScroll: true }), { once: true });
  dialog.showModal();
  const input = dialog.querySelector('input');
  input?.select();
  if (input) attachCombobox(input);
}

function createDialog(): HTMLDialogElement {
  addStyle(dialogCss);
  const box = document.createElement('dialog');
  box.className = 'search-dialog';
  box.setAttribute('aria-label', '搜索');
  const form = document.createElement('form');
  form.action = `${base}search/`;
  form.setAttribute('role', 'search');
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', name: 'q', required: true, placeholder: '地名、年份、词语或数字', enterKeyHint: 'search' });
  input.setAttribute('aria-label', '搜索全文');
  form.append(input, button('搜索', 'submit'));
  const close = button('×', 'button');
  close.setAttribute('aria-label', '关闭');
  close.addEventListener('click', () => box.close());
  form.append(close);
  // A search field would be emptied first; open suggestions are closed before.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.ariaExpanded === 'true' || event.isComposing) return;
    event.preventDefault();
    box.close();
  });
  box.append(form);
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close();
  });
  document.body.append(box);
  return box;
}

function button(text: string, type: 'submit' | 'button'): HTMLButtonElement {
  const element = document.createElement('button');
  Object.assign(element, { type, textContent: text });
  return element;
}
