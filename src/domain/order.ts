/** The order of stored keys (codes, days, sort names), the same on every engine: by code unit, never by a collation. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
