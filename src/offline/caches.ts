/** Names of the caches. The base is in them: several archives may stand on one host. */
export const shellCache = (base: string, version: string) => `shell ${base} ${version}`;
export const pagesCache = (base: string) => `pages ${base}`;
export const keptCache = (base: string) => `kept ${base}`;

/** How many pages that were read stay readable without a network. */
export const pagesLimit = 120;
