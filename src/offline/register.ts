/**
 * Starts the service worker, and the button that keeps a page, when the reader first does something: nothing is fetched
 * before the page is read. The site works without either, so every failure is let go.
 */
export function registerOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL;
  const begin = () => {
    for (const type of types) removeEventListener(type, begin);
    navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => undefined);
    if (document.querySelector('offline-keep')) import('./offline-keep.ts').catch(() => undefined);
  };
  const types = ['pointerdown', 'keydown', 'scroll'];
  for (const type of types) addEventListener(type, begin, { passive: true });
}
