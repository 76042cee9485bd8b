/**
 * The address of a path below BASE: `/hunan/changsha/` → `/repository/hunan/changsha/`.
 * Every internal link of the site goes through here; what begins with `#` stays as it is.
 */
export function href(path: string): string {
  if (path.startsWith('#')) return path;
  return import.meta.env.BASE_URL.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
}

/** The part of a URL that marks a passage of a page: `#s1-p2:~:text=增长8%25`. Works without the passage in a browser that knows none. */
export function passage(anchor: string, quote: string): string {
  return `#${anchor}:~:text=${textFragment(quote)}`;
}

/** Ends of a long quote are enough, and keep the address short. */
function textFragment(quote: string): string {
  const text = quote.trim();
  if (text.length <= 40) return escapeFragment(text);
  return `${escapeFragment(text.slice(0, 16))},${escapeFragment(text.slice(-16))}`;
}

/** Han characters stay readable: browsers encode them; only what has a meaning of its own in a fragment is escaped. */
function escapeFragment(text: string): string {
  return text.replace(/[%&,\-#"<>\\^`{|}\s]/g, encodeURIComponent).replaceAll('-', '%2D');
}
