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

/** A unit that stands under `parent` from a day on, and stood under `former` until then; none is the top of the tree. */
export interface Placement {
  readonly unit: number;
  readonly parent?: number | undefined;
  readonly former?: number | undefined;
  readonly day: string;
}

/** Units under those that they stood under on a day; `placements` in the order of their days. */
export function treeOn<B extends Branch>(
  units: readonly B[],
  placements: readonly Placement[],
  day: string,
): readonly B[] {
  if (placements.length === 0) return units;
  const moved = Map.groupBy(placements, ({ unit }) => unit);
  return units.map((unit) => {
    const own = moved.get(unit.id);
    if (own === undefined) return unit;
    const last = own.findLast((each) => each.day <= day);
    return { ...unit, parent: last === undefined ? own[0]?.former : last.parent };
  });
}

/** A unit that would stand under itself, if any does. */
export function circular(units: readonly Branch[]): number | undefined {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const sound = new Set<number>();
  for (const { id } of units) {
    const line = new Set<number>();
    for (let at: number | undefined = id; at !== undefined && !sound.has(at); at = parents.get(at)) {
      if (line.has(at)) return at;
      line.add(at);
    }
    for (const each of line) sound.add(each);
  }
  return undefined;
}

/**
 * The tree in which whoever took a unit over stands for it, also above others. Where a unit took over the one above it,
 * it stands where that one stood.
 */
export function treeNow<B extends Branch>(units: readonly B[], standing: (unit: number) => number): B[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const placed = new Map<number, number | undefined>();
  const above = (unit: number): number | undefined => {
    const seen = new Set([unit]);
    for (let at = parents.get(unit); at !== undefined; at = parents.get(at)) {
      const stands = standing(at);
      if (stands !== unit) return stands;
      if (seen.has(at)) return undefined;
      seen.add(at);
    }
    return undefined;
  };
  for (const { id } of units) {
    const parent = above(id);
    // Those above it are looked up in the tree as far as it is made: a line that came back to it would be a ring.
    let at = parent;
    while (at !== undefined && at !== id) at = placed.get(at);
    placed.set(id, at === id ? undefined : parent);
  }
  return units.map((unit) => ({ ...unit, parent: placed.get(unit.id) }));
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
