/** After a jump inside the page, a button leads back to where one was. */
export function rememberJumps(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-back]');
  const bar = button?.parentElement;
  if (!button || !bar) return;
  let origin: { top: number; address: string; link: HTMLElement } | null = null;
  const show = (visible: boolean) => {
    button.hidden = !visible;
    bar.classList.toggle('has-back', visible);
  };
  const remember = (link: HTMLElement) => {
    origin = { top: scrollY, address: location.href, link };
    show(true);
  };
  // From a panel: the term that opened it.
  document.addEventListener('jump', ({ target }) => target instanceof HTMLElement && remember(target));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (!link || event.defaultPrevented || link.closest('.outline, .bar, .skip, .panel')) return;
    remember(link);
  });
  button.addEventListener('click', () => {
    if (!origin) return;
    history.replaceState(history.state, '', origin.address);
    scrollTo(0, origin.top);
    origin.link.focus({ preventScroll: true });
    origin = null;
    show(false);
  });
}
