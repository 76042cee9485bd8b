import { registerOffline } from '../offline/register.ts';
import '../search/entry.ts';
import { markArrival } from './arrival.ts';
import { followReading } from './follow.ts';
import { rememberJumps } from './jumps.ts';
import { outlineSheet } from './outline-sheet.ts';
import { addPilcrows } from './pilcrows.ts';
import { offerSelection } from './selection.ts';

const article = document.querySelector<HTMLElement>('.document');

document.addEventListener('keydown', openSearch);
registerOffline();
document.querySelector('[data-open=settings]')?.addEventListener('click', async (event) => {
  const { openSettings } = await import('./settings.ts');
  if (event.target instanceof HTMLElement) openSettings(event.target);
});

if (article) {
  outlineSheet();
  rememberJumps();
  markArrival(article);
  followReading();
  addPilcrows(article);
  offerSelection(article);
  article.addEventListener('click', openNote);
}

/** `/` leads to the search, wherever one does not write. */
function openSearch(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const isWriting = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const entry = document.querySelector<HTMLElement>('a.search-entry');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting || !entry) return;
  event.preventDefault();
  entry.click();
}

/** A term opens its note in a panel; without this script, or if loading fails, the link leads to the note. */
function openNote(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term, a.mark') : null;
  const note = link && document.getElementById(link.hash.slice(1));
  if (!link || !note || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  import('./note-panel.ts').then(
    ({ openNotePanel }) => openNotePanel(link, note),
    () => location.assign(link.hash),
  );
}
