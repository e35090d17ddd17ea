import type { Day } from '../domain/day.ts';
import { standingOn, treeNow } from '../domain/unit-tree.ts';
import type { Reader, Unit } from './port/ports.ts';

export interface TreeScope {
  /** Units as they were, or those that took them over. */
  readonly tree: 'old' | 'new';
  /** The day of the new tree. */
  readonly asOf: Day;
}

/** A tree of units, and to which unit of it what was tied to a unit or to a person of it belongs. */
export interface UnitView {
  readonly units: readonly (Unit & { readonly now?: readonly string[] | undefined })[];
  /** What was a unit's alone. */
  readonly ofUnit: (unit: number) => number;
  /** What was a person's while they were in a unit. */
  readonly ofPerson: (unit: number, person: number) => number;
}

/**
 * The old tree is that of the day `from`. In the new one what belonged to a unit that was closed belongs to the one that
 * took all of it over; where several did, to its own line under their names, since nobody knows whose it is; and what
 * was given to a person goes with them, to the unit in which they stand.
 */
export async function unitView(reader: Reader, { tree, asOf }: TreeScope, from: Day): Promise<UnitView> {
  const same = (unit: number) => unit;
  if (tree === 'old') return { units: await reader.units(from), ofUnit: same, ofPerson: same };
  const units = await reader.units(asOf);
  const standing = standingOn(units, asOf);
  const closed = new Set(units.flatMap(({ id, to }) => (to !== undefined && to < asOf ? [id] : [])));
  const placed = (await reader.reports()).placed(asOf);
  const records = new Map((await reader.people()).map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const successors = Map.groupBy(
    (await (await reader.unitFacts()).successions()).filter(({ ended, day }) => ended && day <= asOf),
    ({ unit }) => unit,
  );
  const partsOf = (unit: number) => {
    const parts = (successors.get(unit) ?? []).flatMap(({ successor }) => codes.get(successor ?? 0) ?? []);
    return parts.length > 1 ? parts : undefined;
  };
  return {
    units: treeNow(units, standing).map((unit) => ({ ...unit, now: partsOf(unit.id) })),
    ofUnit: standing,
    ofPerson: (unit, person) =>
      standing(closed.has(unit) ? (placed.get(records.get(person) ?? person) ?? unit) : unit),
  };
}
