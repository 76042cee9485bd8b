/** Han characters stay readable, browsers encode them; only what has a meaning of its own in a text fragment is escaped. */
export function escapeFragment(text: string): string {
  return text.replace(/[%&,#"<>\\^`{|}\s]/g, encodeURIComponent).replaceAll('-', '%2D');
}
