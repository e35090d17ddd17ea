import { inOrder } from '../domain/order.ts';
import type { Day } from '../domain/day.ts';
import type { Reader, UnitKind } from './port/ports.ts';

export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: string;
  /** Who stands in it. */
  readonly members: number;
  /** The last day of one that is no more, and who took it over. */
  readonly ended?: Day;
  readonly into?: readonly string[];
}

/** The units with who stands in them; with a day, those of that day, under those that they stood under on it. */
export async function unitsListed(reader: Reader, on: Day | undefined): Promise<ListedUnit[]> {
  const units = await reader.units(on);
  const facts = await reader.unitFacts();
  const stands =
    on === undefined
      ? (await reader.people()).filter(({ mergedInto }) => mergedInto === undefined)
      : await facts.standingOn(on);
  const members = new Map<number, number>();
  for (const { unit } of stands) members.set(unit, (members.get(unit) ?? 0) + 1);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const into = Map.groupBy(
    (await facts.successions()).filter(({ ended }) => ended),
    ({ unit }) => unit,
  );
  const there = units.filter(
    ({ from, to }) =>
      on === undefined || ((from === undefined || from <= on) && (to === undefined || to >= on)),
  );
  return there.map(({ id, code, name, kind, parent: above, to, successor }) => {
    const parent = codes.get(above ?? 0);
    const after = (into.get(id) ?? [{ successor }]).flatMap((each) => codes.get(each.successor ?? 0) ?? []);
    return {
      code,
      name,
      kind,
      ...(parent === undefined ? {} : { parent }),
      members: members.get(id) ?? 0,
      ...(to === undefined ? {} : { ended: to }),
      ...(after.length === 0 ? {} : { into: after.toSorted(inOrder) }),
    };
  });
}
