import { base, bundle } from './address.ts';
import type { Search } from './search.ts';

let search: Promise<Search> | undefined;

/** The module that other programs use as well, `search/search.js`: loaded once, when it is needed. */
export function loadSearch(): Promise<Search> {
  search ??= importSearch().catch((error: unknown) => {
    search = undefined;
    throw error;
  });
  return search;
}

async function importSearch(): Promise<Search> {
  const module: { create: (options: { bundle: string }) => Search } = await import(
    /* @vite-ignore */ new URL(`${base}search/search.js`, location.href).href
  );
  return module.create({ bundle });
}
