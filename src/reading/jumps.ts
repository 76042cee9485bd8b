/** After a jump inside the page, a button leads back to where one was. */
export function rememberJumps(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-back]');
  const bar = button?.parentElement;
  if (!button || !bar) return;
  let origin: { top: number; link: HTMLElement } | null = null;
  const show = (visible: boolean) => {
    button.hidden = !visible;
    bar.classList.toggle('has-back', visible);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (!link || event.defaultPrevented || link.closest('.outline, .bar, .skip')) return;
    origin = { top: scrollY, link };
    show(true);
  });
  button.addEventListener('click', () => {
    if (!origin) return;
    scrollTo(0, origin.top);
    origin.link.focus({ preventScroll: true });
    origin = null;
    show(false);
  });
}
