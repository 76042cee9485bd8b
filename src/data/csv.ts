/** A cell that needs quotation marks: RFC 4180. */
const special = /[",\r\n]/;

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as something else. */
export function csv(header: readonly string[], rows: Iterable<readonly (string | number | boolean | null | undefined)[]>): string {
  const lines = [header.join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
