/** schema.org BreadcrumbList of a page; crumbs without a path stand for the page itself. */
export function breadcrumbList(
  crumbs: readonly { name: string; path?: string }[],
  absolute: (path: string) => string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(path && { item: absolute(path) }),
    })),
  };
}
