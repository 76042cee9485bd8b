((root) => {
  root.className = 'js';
  try {
    root.dataset.theme = localStorage['reading-theme'] || '';
    root.dataset.size = localStorage['reading-size'] || '';
  } catch {}
})(document.documentElement);
