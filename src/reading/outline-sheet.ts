/** The outline as a sheet over the foot of a phone's screen. Without script the same links open it by `:target`. */
export function outlineSheet(): void {
  const outline = document.getElementById('outline');
  const opener = document.querySelector<HTMLElement>('.bar-outline[href="#outline"]');
  if (!outline || !opener) return;
  const close = () => {
    if (!outline.classList.contains('open')) return;
    outline.classList.remove('open');
    opener.focus({ preventScroll: true });
  };
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    outline.classList.toggle('open');
    const here = outline.querySelector<HTMLElement>('[aria-current]') ?? outline.querySelector<HTMLElement>('li a');
    here?.focus();
  });
  outline.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !outline.classList.contains('open')) return;
    if (link.matches('.close')) event.preventDefault();
    close();
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !outline.contains(event.target) && !opener.contains(event.target)) close();
  });
}
