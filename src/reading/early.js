/* Before the first paint: what the reader chose last time, so that nothing flashes. */
((root) => {
  root.className = 'js';
  try {
    for (const key of ['theme', 'size']) {
      const value = localStorage.getItem(`reading-${key}`);
      if (value) root.dataset[key] = value;
    }
  } catch {}
})(document.documentElement);
