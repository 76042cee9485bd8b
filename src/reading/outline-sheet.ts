/** The outline as a sheet over the foot of a phone's screen. Without script the same links open it by `:target`. */
export function outlineSheet(): void {
  const outline = document.getElementById('outline');
  const opener = document.querySelector<HTMLElement>('.bar-outline[href="#outline"]');
  if (!outline || !opener) return;
  const others = document.querySelectorAll<HTMLElement>('.skip, .site-header, .crumbs, main, .bar, .site-footer');
  /** A dialog while it is open: what lies behind is out of reach. */
  const toggle = (open: boolean) => {
    outline.classList.toggle('open', open);
    for (const [name, value] of Object.entries({ role: 'dialog', 'aria-modal': 'true', 'aria-label': '目录' })) {
      if (open) outline.setAttribute(name, value);
      else outline.removeAttribute(name);
    }
    for (const other of others) other.inert = open;
  };
  const close = () => {
    if (!outline.classList.contains('open')) return;
    toggle(false);
    opener.focus({ preventScroll: true });
  };
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    toggle(true);
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
