const key = 'recent-searches';
const most = 8;

/** The last searches of this device, the newest first. They never leave it. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((item): item is string => typeof item === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text) store([text, ...recentSearches().filter((item) => item !== text)].slice(0, most));
}

export function forgetSearches(): void {
  store([]);
}

function store(items: readonly string[]): void {
  try {
    if (items.length > 0) localStorage.setItem(key, JSON.stringify(items));
    else localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing is remembered.
  }
}
