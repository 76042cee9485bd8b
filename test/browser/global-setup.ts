import { ensureBrowser } from '../../scripts/find-browser.ts';
import { testSites } from '../test-sites.ts';

/** A Chromium, and the site as a project site (below `/archive/`) and as a root site, before the first browser test. */
export async function setup(): Promise<void> {
  const browser = await ensureBrowser();
  console.log(`browser tests use ${browser.path} (from ${browser.source})`);
  process.env.CHROMIUM = browser.path;
  const { project, root } = await testSites();
  process.env.DIST = project.dir;
  process.env.BASE = project.base;
  process.env.SITE = project.site;
  process.env.ROOT_DIST = root.dir;
}
