/** The site that test/browser/global-setup.ts built: its folder, its base and its origin. */
export function builtSite(): { dir: string; base: string; site: string } {
  const { DIST, BASE, SITE } = process.env;
  if (!DIST || !BASE || !SITE) throw new Error('these tests need a built site: run them with `npm run test:browser`');
  return { dir: DIST, base: BASE, site: SITE };
}
