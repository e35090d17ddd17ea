/**
 * Counts that add up to a total, as they may be published: no group of fewer than `least` people can be told from them.
 * Where there is such a group, it is put together with the empty ones, which say as much, and with the next larger ones,
 * until nobody who has the table, its total and this rule can tell one of those put together to fewer than `least` values.
 */
export interface Published<K> {
  readonly shown: ReadonlyMap<K, number>;
  /** Those put together; none where nothing had to be. */
  readonly together: readonly K[];
  /** Of those put together; undefined where even that is too small to be told, and the total with it. */
  readonly rest: number | undefined;
}

/** `least` is at least 1; counts are zero or more. */
export function publish<K>(counts: ReadonlyMap<K, number>, least: number): Published<K> {
  const all = [...counts];
  if (all.every(([, count]) => count === 0 || count >= least)) {
    return { shown: new Map(all), together: [], rest: 0 };
  }
  const ascending = all
    .map(([key, count], at) => ({ key, count, at }))
    .sort((a, b) => a.count - b.count || a.at - b.at);
  let hidden = ascending.filter(({ count }) => count < least).length;
  let rest = ascending.slice(0, hidden).reduce((sum, { count }) => sum + count, 0);
  while (hidden < ascending.length && !covers(hidden, rest, ascending[hidden]?.count ?? Infinity, least)) {
    rest += ascending[hidden]?.count ?? 0;
    hidden += 1;
  }
  const together = new Set(ascending.slice(0, hidden).map(({ key }) => key));
  return {
    shown: new Map(all.filter(([key]) => !together.has(key))),
    together: all.flatMap(([key]) => (together.has(key) ? [key] : [])),
    rest: rest >= least && hidden > 1 ? rest : undefined,
  };
}

/**
 * Whether each of some counts put together, of which only the sum is known and that none is larger than the smallest one
 * shown, may still be any of `least` values or more.
 */
function covers(hidden: number, sum: number, smallestShown: number, least: number): boolean {
  const most = Math.min(sum, smallestShown);
  const fewest = Math.max(0, sum - (hidden - 1) * smallestShown);
  return hidden > 1 && sum >= least && most - fewest + 1 >= least;
}
