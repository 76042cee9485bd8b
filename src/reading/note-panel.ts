import { leavePanel, openPanel } from './panel.ts';

/** Note → slug of its term, where other documents define the term too. */
let terms: Promise<Record<string, string>> | undefined;

/** The definition of a term, as the text's own note gives it, and the way to the note and to the definitions of others. */
export async function openNotePanel(link: HTMLAnchorElement, note: HTMLElement): Promise<void> {
  const text = document.createElement('p');
  for (const node of note.childNodes) if (!(node instanceof Element && node.matches('[data-editorial]'))) text.append(node.cloneNode(true));
  for (const node of text.querySelectorAll('[id]')) node.removeAttribute('id');
  const toNote = action(link.hash, '文末注释');
  const actions = document.createElement('p');
  actions.className = 'panel-actions';
  actions.append(toNote);
  toNote.addEventListener('click', (event) => {
    event.preventDefault();
    leavePanel();
    link.dispatchEvent(new Event('jump', { bubbles: true }));
    note.tabIndex = -1;
    if (location.hash === link.hash) note.scrollIntoView();
    else location.hash = link.hash;
    note.focus({ preventScroll: true });
  });
  await openPanel(link, '名词解释', text, actions);
  terms ??= loadTerms(link);
  const slug = (await terms)[note.id];
  const home = document.querySelector<HTMLAnchorElement>('.site-name')?.href;
  if (slug && home) actions.append(action(`${home}glossary/${slug}/`, '各地释义'));
}

function action(href: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words;
  return link;
}

/** Lies beside the report; a section is one step below it. Where it cannot be had, a note has no such link. */
async function loadTerms(link: Element): Promise<Record<string, string>> {
  const isSection = link.closest('[data-section]') !== null;
  try {
    const response = await fetch(isSection ? '../terms.json' : 'terms.json');
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}
