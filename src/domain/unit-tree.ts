interface Branch {
  readonly id: number;
  readonly parent?: number | undefined;
}

/** Gives a unit with all units above it, from itself up. */
export function aboveOf(units: readonly Branch[]): (unit: number) => readonly number[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const known = new Map<number, readonly number[]>();
  return (unit) => {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const line: number[] = [];
    for (let at: number | undefined = unit; at !== undefined && !line.includes(at); at = parents.get(at))
      line.push(at);
    known.set(unit, line);
    return line;
  };
}

/** Keys of a unit and of every unit under it. */
export function unitsUnder(units: readonly Branch[], unit: number): ReadonlySet<number> {
  const children = Map.groupBy(units, ({ parent }) => parent);
  const under = new Set([unit]);
  for (const each of under) for (const child of children.get(each) ?? []) under.add(child.id);
  return under;
}
