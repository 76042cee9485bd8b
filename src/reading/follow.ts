/** Marks the current section in the outline and in the bar, and draws how far one has read. */
export function followReading(): void {
  const outline = document.getElementById('outline');
  if (!outline) return;
  const links = [...outline.querySelectorAll<HTMLAnchorElement>('li a')];
  const places = links.map((link) => document.getElementById(link.hash.slice(1)));
  const bar = document.querySelector('.bar-place');
  const line = document.createElement('div');
  line.className = 'progress';
  document.body.append(line);
  let current = -2;
  let waiting = false;

  const update = () => {
    waiting = false;
    const { scrollHeight } = document.documentElement;
    line.style.transform = `scaleX(${Math.min(1, scrollY / Math.max(1, scrollHeight - innerHeight))})`;
    const at = places.findLastIndex
      ? places.findLastIndex((place) => place !== null && place.getBoundingClientRect().top < innerHeight * 0.3)
      : places.reduce((last, place, i) => (place && place.getBoundingClientRect().top < innerHeight * 0.3 ? i : last), -1);
    if (at === current) return;
    links[current]?.removeAttribute('aria-current');
    current = at;
    const link = links[at];
    if (bar) bar.textContent = link?.textContent ?? '';
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    keepInView(outline, link);
  };
  addEventListener('scroll', () => {
    if (!waiting) requestAnimationFrame(update);
    waiting = true;
  });
  update();
}

function keepInView(outline: HTMLElement, link: HTMLElement): void {
  const [box, item] = [outline.getBoundingClientRect(), link.getBoundingClientRect()];
  if (item.top < box.top + 48 || item.bottom > box.bottom - 48) outline.scrollTop += item.top - box.top - box.height / 3;
}
