/* Before the first paint: what the reader chose last time, so that nothing flashes. */
((root) => {
  root.className = 'js';
  try {
    ['theme', 'size'].forEach((key) => {
      var value = localStorage.getItem('reading-' + key);
      if (value) root.dataset[key] = value;
    });
  } catch (_) {}
})(document.documentElement);
