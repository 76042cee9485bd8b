/** sitemaps.org allows 50,000 addresses a file. */
const perFile = 45_000;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&apos;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>'"]/g, (character) => escapes[character] ?? character);

/**
 * The files of the sitemap: name → XML. One file where the addresses fit, else parts and an index.
 *
 * @param urls absolute addresses, in any order
 * @param root absolute address of the folder that the files stand in, with a slash at the end
 */
export function sitemap(urls: readonly string[], root: string): Record<string, string> {
  const sorted = [...urls].sort();
  if (sorted.length <= perFile) return { 'sitemap.xml': list('urlset', 'url', sorted) };
  const parts: Record<string, string> = {};
  for (let from = 0; from < sorted.length; from += perFile) {
    parts[`sitemap-${from / perFile + 1}.xml`] = list('urlset', 'url', sorted.slice(from, from + perFile));
  }
  const names = Object.keys(parts).map((name) => root + name);
  return { 'sitemap.xml': list('sitemapindex', 'sitemap', names), ...parts };
}

function list(outer: string, inner: string, urls: readonly string[]): string {
  const entries = urls.map((url) => `<${inner}><loc>${escapeXml(url)}</loc></${inner}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</${outer}>\n`;
}
