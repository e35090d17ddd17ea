/** What is made when it is first asked for, and kept: loading a module then costs nothing for it. */
export function once<T extends object>(make: () => T): () => T {
  const kept: { made?: T } = {};
  return () => (kept.made ??= make());
}
