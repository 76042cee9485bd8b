/** The base of the site with a slash at both ends. */
export const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

export const bundle = `${base}pagefind/`;

/** `学位` → `/repository/search/?q=学位` */
export function searchUrl(query: string): string {
  return `${base}search/?q=${encodeURIComponent(query)}`;
}
