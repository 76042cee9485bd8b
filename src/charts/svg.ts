type Attributes = Record<string, string | number | undefined>;

/** One SVG element; `children` is markup already. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeText(String(value))}"`,
  );
  return children === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${children}</${name}>`;
}

/** Text for an element or an attribute. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A coordinate with one decimal: enough for a phone's pixels, and short. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A drawing with a name and, where it says more, a description; null where the text beside it says everything that it shows. */
export function drawing(
  size: { width: number; height: number; class: string },
  words: { title: string; desc?: string } | null,
  children: string,
): string {
  const [width, height] = [px(size.width), px(size.height)];
  const frame = { class: size.class, viewBox: `0 0 ${width} ${height}` };
  if (words === null) return element('svg', { ...frame, 'aria-hidden': 'true' }, children);
  const desc = words.desc === undefined ? '' : element('desc', {}, escapeText(words.desc));
  return element('svg', { ...frame, width, height, role: 'img' }, element('title', {}, escapeText(words.title)) + desc + children);
}
