import { escapeFragment } from '../text/text-fragment.ts';

/**
 * The address of a path below BASE: `/hunan/changsha/` → `/repository/hunan/changsha/`.
 * Every internal link of the site goes through here; what begins with `#` stays as it is.
 */
export function href(path: string): string {
  if (path.startsWith('#')) return path;
  return import.meta.env.BASE_URL.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
}

/**
 * The part of a URL that marks a passage of a page: `#s1-p2:~:text=增长8%25`; with `prefix`, the words before it.
 * In a browser that knows no such marks it leads to the block.
 */
export function passage(anchor: string, quote: string, prefix = ''): string {
  return `#${anchor}:~:text=${prefix ? `${escapeFragment(prefix)}-,` : ''}${textFragment(quote)}`;
}

/** The ends of a long quote are enough, and keep the address short. */
function textFragment(quote: string): string {
  const text = quote.trim();
  if (text.length <= 60) return escapeFragment(text);
  const edges = [...words.segment(text)].map(({ index }) => index);
  const first = text.slice(0, edges.find((edge) => edge >= 16) ?? 16);
  const last = text.slice(edges.filter((edge) => edge <= text.length - 16).at(-1) ?? -16);
  return `${escapeFragment(first)},${escapeFragment(last)}`;
}

/** Browsers match whole words only. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });
