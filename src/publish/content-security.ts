import { createHash } from 'node:crypto';

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A script of this type is data and is not run. */
const dataType = /type="?application\/(?:ld\+)?json/;
const charset = /<meta charset="?utf-8"?\s*\/?>/i;

/**
 * The page with a content security policy that allows its own inline scripts and styles by their hashes, files of its own
 * origin, WebAssembly for the search, and nothing else. GitHub Pages sends no headers, so it is a `<meta>`.
 */
export function withContentSecurity(html: string): string {
  const scripts = [...html.matchAll(inlineScript)]
    .filter(([, attributes = '']) => !dataType.test(attributes))
    .map(([, , text = '']) => text);
  const styles = [...html.matchAll(inlineStyle)].map(([, text = '']) => text);
  const policy = [
    "default-src 'self'",
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...hashes(scripts)].join(' ')}`,
    `style-src ${["'self'", ...hashes(styles)].join(' ')}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  return html.replace(charset, (meta) => `${meta}<meta http-equiv="content-security-policy" content="${policy}">`);
}

function hashes(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
}
