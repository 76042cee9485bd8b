/** The base of the site with a slash at both ends. */
export const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

export const bundle = `${base}pagefind/`;
