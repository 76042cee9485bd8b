/** Full-width forms of ASCII: ％ ５ （ ， */
const fullWidth = /[\uff01-\uff5e]/g;

/** The text with full-width letters, digits and marks as ASCII, of the same length: 增长５％，其中 → 增长5%,其中 */
export function halfWidth(text: string): string {
  return text.replace(fullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}
