/** `repository`, `/repository` and `/repository/` are the same base: `/repository/`. */
export function baseOf(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}
