/**
 * Marks the block that the address names, also by an old anchor. A browser that knows no text fragments
 * takes `#s1-p2:~:text=…` for an id that does not exist: it is led to the block.
 */
export function markArrival(article: HTMLElement): void {
  const arrive = () => {
    for (const old of article.querySelectorAll('.arrived')) old.classList.remove('arrived');
    const [id = '', directive] = decodeURIComponent(location.hash.slice(1)).split(':~:');
    const target = id ? document.getElementById(id) : null;
    if (!target || !article.contains(target)) return;
    const isAlias = target.matches('span[data-editorial]');
    (isAlias ? target.parentElement : target)?.classList.add('arrived');
    if (directive) target.scrollIntoView();
  };
  addEventListener('hashchange', arrive);
  arrive();
}
