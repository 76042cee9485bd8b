interface Origin {
  top: number;
  step: number;
  link: HTMLElement;
}

/** After a jump inside the page, a button leads back to where one was: through the history, as Back does, so that no entry is left over. */
export function rememberJumps(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-back]');
  const bar = button?.parentElement;
  if (!button || !bar) return;
  let origin: Origin | null = null;
  const steps = countSteps();
  const show = (visible: boolean) => {
    button.hidden = !visible;
    bar.classList.toggle('has-back', visible);
  };
  const remember = (link: HTMLElement) => {
    origin = { top: scrollY, step: steps.current, link };
    show(true);
  };
  const arrive = () => {
    if (!origin || steps.current > origin.step) return;
    const { top, link } = origin;
    link.focus({ preventScroll: true });
    // First the browser goes where it remembers this entry of the history.
    requestAnimationFrame(() => scrollTo(0, top));
    origin = null;
    show(false);
  };
  // From a panel: the term that opened it.
  document.addEventListener('jump', ({ target }) => target instanceof HTMLElement && remember(target));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (!link || event.defaultPrevented || link.closest('.outline, .bar, .skip, .panel')) return;
    remember(link);
  });
  addEventListener('popstate', () => {
    if (steps.update()) arrive();
  });
  button.addEventListener('click', () => {
    if (origin && steps.current > origin.step) history.go(origin.step - steps.current);
    else arrive();
  });
}

/** Numbers the entries of the history that this page makes, so that one knows how far back an earlier one lies. */
function countSteps(): { current: number; update: () => boolean } {
  const steps = { current: 0, update };
  let address = location.href;
  update();
  return steps;

  /** True where an entry was returned to. A jump to where one is already makes none. */
  function update(): boolean {
    const known: unknown = history.state?.step;
    const isKnown = typeof known === 'number';
    if (isKnown) steps.current = known;
    else {
      if (location.href !== address) steps.current++;
      history.replaceState({ ...history.state, step: steps.current }, '');
    }
    address = location.href;
    return isKnown;
  }
}
