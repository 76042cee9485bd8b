document.addEventListener('keydown', (event) => {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (
    event.key !== '/' ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
  )
    return;
  const entry = document.querySelector<HTMLAnchorElement>('a.search-entry');
  if (!entry) return;
  event.preventDefault();
  entry.click();
});
