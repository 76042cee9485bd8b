/** The icon of the site: lines of writing under a red heading, on paper. Drawn here so that a fork's accent is in it. */
export function icon(accent: string): string {
  const line = (y: number, width: number) => `<rect x="128" y="${y}" width="${width}" height="22" fill="#26221c" opacity=".72"/>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    '<rect width="512" height="512" fill="#faf7f0"/>',
    `<rect x="128" y="112" width="256" height="56" fill="${accent}"/>`,
    line(212, 256),
    line(262, 256),
    line(312, 256),
    line(362, 150),
    '</svg>\n',
  ].join('');
}
