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

/** A unit with what became of it: its last day, and who took it over. */
export interface DatedBranch extends Branch {
  readonly to?: string | undefined;
  readonly successor?: number | undefined;
}

/** Gives the unit that stands for another on a day: itself, or who took over what was closed by then, and so on. */
export function standingOn(units: readonly DatedBranch[], day: string): (unit: number) => number {
  const closed = new Map(
    units.flatMap(({ id, to, successor }) =>
      to !== undefined && to < day && successor !== undefined ? [[id, successor]] : [],
    ),
  );
  return (unit) => {
    const seen = new Set<number>();
    let at = unit;
    for (let next = closed.get(at); next !== undefined && !seen.has(next); next = closed.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
}

/** A branch of the tree with the figures of itself alone and of all of it. */
export interface Rolled<U extends Branch, F> {
  readonly unit: U;
  readonly own: F | undefined;
  readonly all: F;
  readonly under: readonly Rolled<U, F>[];
}

/** Figures rolled up the tree: of each branch that has some, in the order in which the units are given. */
export function rolledUp<U extends Branch, F>(
  units: readonly U[],
  own: ReadonlyMap<number, F>,
  add: (figures: readonly F[]) => F,
): Rolled<U, F>[] {
  const known = new Set(units.map(({ id }) => id));
  const parentOf = ({ parent }: U) => (parent !== undefined && known.has(parent) ? parent : undefined);
  const children = Map.groupBy(units, parentOf);
  const branches = (parent: number | undefined): Rolled<U, F>[] =>
    (children.get(parent) ?? []).flatMap((unit) => {
      const under = branches(unit.id);
      const mine = own.get(unit.id);
      if (mine === undefined && under.length === 0) return [];
      const all = add([...(mine === undefined ? [] : [mine]), ...under.map((each) => each.all)]);
      return [{ unit, own: mine, all, under }];
    });
  return branches(undefined);
}
