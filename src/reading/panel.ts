import styles from '../styles/panel.css?url';

let dialog: HTMLDialogElement | null = null;
let opener: HTMLElement | null = null;
/** Fulfilled when the styles of the panel are there, or cannot be had. */
const styled = loadStyles();

/**
 * One panel at a time: beside the text where there is room, else a sheet at the foot of the screen.
 * Closed by Escape, a tap outside, or its button; the focus goes in and comes back.
 */
export async function openPanel(from: HTMLElement, label: string, ...content: (Node | string)[]): Promise<HTMLDialogElement> {
  dialog ??= createPanel();
  const panel = dialog;
  await styled;
  if (panel.open) panel.close();
  opener = from;
  panel.setAttribute('aria-label', label);
  panel.replaceChildren(closeButton(panel), ...content);
  const place = placeBeside(from);
  panel.classList.toggle('beside', place !== null);
  panel.classList.toggle('menu', !from.closest('.document'));
  // Placed before it opens: opening moves the focus in, and the focus scrolls to where the panel stands.
  Object.assign(panel.style, { left: '', top: '', width: '', ...place });
  if (place) panel.show();
  else panel.showModal();
  panel.querySelector<HTMLElement>('[autofocus], a, input, button:not(.panel-close)')?.focus({ preventScroll: true });
  return panel;
}

/** Closes the panel for good: the focus goes elsewhere. */
export function leavePanel(): void {
  opener = null;
  dialog?.close();
}

function createPanel(): HTMLDialogElement {
  const panel = document.createElement('dialog');
  panel.className = 'panel';
  panel.addEventListener('close', () => panel.open || opener?.focus({ preventScroll: true }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.open) panel.close();
  });
  document.addEventListener('click', (event) => {
    if (!panel.open || !(event.target instanceof Node) || opener?.contains(event.target)) return;
    // A click on the backdrop of a modal dialog has the dialog itself for its target.
    if (!panel.contains(event.target) || (event.target === panel && isOutside(panel, event))) panel.close();
  });
  document.body.append(panel);
  return panel;
}

function loadStyles(): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  document.head.append(link);
  return new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
}

function isOutside(panel: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = panel.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function closeButton(panel: HTMLDialogElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'panel-close';
  button.setAttribute('aria-label', '关闭');
  button.textContent = '×';
  button.addEventListener('click', () => panel.close());
  return button;
}

/** The margin to the right of the text, where it is wide enough to read in; for what opens from the header, below its button. */
function placeBeside(from: HTMLElement): { left: string; top: string; width: string } | null {
  const screen = document.documentElement.clientWidth;
  const text = from.closest('.document');
  const box = from.getBoundingClientRect();
  const room = text ? 300 : 340;
  const left = text ? text.getBoundingClientRect().right + 32 : box.right - room;
  const top = text ? box.top - 12 : box.bottom + 8;
  const width = Math.min(room, screen - left - 20);
  if (width < 210 || screen < 768) return null;
  return { left: `${left + scrollX}px`, top: `${top + scrollY}px`, width: `${width}px` };
}
