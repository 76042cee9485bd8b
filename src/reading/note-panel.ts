import { openPanel } from './panel.ts';

/** The definition of a term, as the text's own note gives it, and the way to the note and to the glossary. */
export async function openNotePanel(link: HTMLAnchorElement, note: HTMLElement): Promise<void> {
  const text = document.createElement('p');
  for (const node of note.childNodes)
    if (!(node instanceof Element && node.matches('[data-editorial], .pilcrow'))) text.append(node.cloneNode(true));
  for (const node of text.querySelectorAll('[id]')) node.removeAttribute('id');
  const actions = document.createElement('p');
  actions.className = 'panel-actions';
  const toNote = document.createElement('a');
  toNote.href = link.hash;
  toNote.textContent = '文末注释';
  const glossary = note.querySelector('.back a[href*="/glossary/"]');
  actions.append(toNote, ...(glossary ? [glossary.cloneNode(true)] : []));
  const panel = await openPanel(link, '名词解释', text, actions);
  toNote.addEventListener('click', () => panel.close());
}
