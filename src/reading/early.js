{
  const root = document.documentElement;
  root.className = 'js';
  try {
    root.dataset.theme = localStorage['reading-theme'] || '';
    root.style.fontSize = localStorage['reading-size'] || '';
  } catch {}
}
