import { archive } from '../../archive.config.ts';
import { href } from '../data/url.ts';

/** What a phone needs to install the site. */
export function GET(): Response {
  return Response.json({
    name: archive.title,
    short_name: archive.shortTitle,
    description: archive.description,
    lang: archive.language,
    id: href('/'),
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    icons: [
      { src: href('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: href('/icon-192.png'), sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  });
}
