import { archive as config } from '../../archive.config.ts';
import { archive } from './archive.ts';
import { type Download, downloads } from './downloads.ts';
import { href } from './url.ts';

let made: Download[] | undefined;

/** The downloads of this archive, made once in a build. */
export function downloadFiles(site: URL | undefined): Download[] {
  const { title, description, licence } = config;
  made ??= downloads(archive(), { title, description, licence, homepage: new URL(href('/data/'), site).href });
  return made;
}
