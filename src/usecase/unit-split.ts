import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { OpenedList } from '../intake/open.ts';
import { readAssignments } from '../intake/people.ts';
import type { ListReading } from '../intake/reader.ts';
import { leftOpen, type LeftOpen } from './left-open.ts';
import { PersonFinder, UnitFinder } from './lists.ts';
import type { Unit, Writer } from './port/ports.ts';
import type { UnitPerson } from './port/units.ts';
import { mustBeLater, mustBeNoRing, mustHaveNoEnd, unitsOf, type UnitWords } from './reorganise.ts';
import { operate, unitBy, type Session } from './session.ts';

export interface SplitInput {
  readonly code: string;
  /** Where its people go; the unit itself among them goes on, and a part of it leaves. */
  readonly into: readonly UnitWords[];
  /** Where everybody goes whom the list does not name. */
  readonly rest: string | undefined;
  readonly on: Day;
  readonly document: string;
}

export interface SplitAnswer {
  readonly code: string;
  readonly on: Day;
  readonly document: string;
  /** The unit is no more. */
  readonly ended: boolean;
  readonly into: readonly { readonly unit: string; readonly people: number }[];
  readonly made: readonly string[];
  readonly placed: readonly string[];
  readonly open: readonly LeftOpen[];
  readonly reading?: ListReading;
}

/** How many codes a refusal names. */
const NAMED = 20;

/**
 * Splits a unit by a list that says who goes where, or by naming one unit for the rest. Nobody is placed by guess: who is
 * in neither stops the split, as do lower units of which it is not said where they go.
 */
export function splitUnit(session: Session, input: SplitInput, list?: OpenedList): Promise<SplitAnswer> {
  return operate(session, 'unit split', async (writer) => {
    const { on: day, document } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    await mustBeLater(writer, session, day);
    const unit = await unitBy(writer, input.code, day);
    await mustHaveNoEnd(unit);
    const { units: into, made } = await unitsOf(writer, input.into, { like: unit, day });
    const others = into.filter(({ id }) => id !== unit.id);
    const ends = others.length === into.length;
    if (others.length === 0 || (ends && others.length < 2))
      refuse('usage.value', {
        option: '--into',
        given: input.into.map(({ code }) => code).join(' '),
        expected: 'A B …',
      });
    const rest =
      input.rest === undefined
        ? undefined
        : (into.find(({ code }) => code.toLowerCase() === input.rest?.toLowerCase()) ??
          refuse('usage.value', {
            option: '--rest',
            given: input.rest,
            expected: into.map(({ code }) => code).join(' · '),
          }));
    const open = ends ? await leftOpen(writer, session.today, [unit]) : [];
    const people = await (await writer.unitFacts()).people([unit.id]);
    const { goes, reading } = await assigned(writer, unit, into, people, list);
    const placeless = rest === undefined ? people.filter(({ id }) => !goes.has(id)) : [];
    if (placeless.length > 0) mustAllGo(unit, 'member', placeless);
    const counts = new Map(into.map((each) => [each, 0]));
    for (const [to, group] of Map.groupBy(people, ({ id }) => goes.get(id) ?? rest)) {
      if (to === undefined) throw new TypeError('somebody without a unit');
      counts.set(to, group.length);
      if (to.id === unit.id) continue;
      const moves = group.map(({ id, movedOn }) => ({
        id,
        day: movedOn !== undefined && movedOn > day ? movedOn : day,
      }));
      await writer.movePeople(moves, to, document);
    }
    const placed = ends ? await placeLower(writer, unit, into, rest, { day, document }) : [];
    if (ends) await writer.endUnit(unit, { day, successors: into, document });
    else for (const successor of others) await writer.partUnit(unit, { day, successor, document });
    for (const parent of into) await mustBeNoRing(writer, { unit, parent }, day);
    return {
      code: unit.code,
      on: day,
      document,
      ended: ends,
      into: into.map((each) => ({ unit: each.code, people: counts.get(each) ?? 0 })),
      made: made.map(({ code }) => code),
      placed,
      open,
      ...(reading === undefined ? {} : { reading }),
    };
  });
}

/** Where the list sends each person of the unit. */
async function assigned(
  writer: Writer,
  unit: Unit,
  into: readonly Unit[],
  people: readonly UnitPerson[],
  list: OpenedList | undefined,
): Promise<{ goes: ReadonlyMap<number, Unit>; reading?: ListReading }> {
  const goes = new Map<number, Unit>();
  if (list === undefined) return { goes };
  const { reader, rows } = await readAssignments(list);
  const own = new Set(people.map(({ id }) => id));
  const finder = new PersonFinder(
    (await writer.people()).filter((person) => own.has(person.mergedInto ?? person.id)),
  );
  const units = new UnitFinder(into);
  for (const { source, code, name, unit: written } of rows) {
    const to = units.find(written);
    if ('fault' in to) {
      reader.fault(source, 'unit', to.fault);
      continue;
    }
    const person = finder.find(code, name, unit);
    const found = 'found' in person ? person : finder.find(code, name, undefined);
    if ('fault' in found) reader.fault(source, code === '' ? 'name' : 'code', found.fault);
    else if (goes.has(found.found.id)) reader.fault(source, code === '' ? 'name' : 'code', 'person.repeated');
    else goes.set(found.found.id, to.found);
  }
  reader.finish();
  return { goes, reading: reader.reading() };
}

/** Lower units go with the rest; where nobody takes the rest, they are moved by name before. */
async function placeLower(
  writer: Writer,
  unit: Unit,
  into: readonly Unit[],
  rest: Unit | undefined,
  { day, document }: { day: Day; document: string },
): Promise<string[]> {
  const taking = new Set(into.map(({ id }) => id));
  const below = (await writer.units()).filter(
    ({ parent, to }) => parent === unit.id && (to === undefined || to >= day),
  );
  const parent = (await writer.units()).find(({ id }) => id === unit.parent);
  // A part that stood under the whole takes the whole's place.
  for (const each of below.filter(({ id }) => taking.has(id)))
    await writer.placeUnit(each, { day, parent, document });
  const others = below.filter(({ id }) => !taking.has(id));
  if (rest === undefined && others.length > 0) mustAllGo(unit, 'unit', others);
  for (const each of others) await writer.placeUnit(each, { day, parent: rest, document });
  return others.map(({ code }) => code);
}

function mustAllGo(unit: Unit, what: 'member' | 'unit', left: readonly { readonly code: string }[]): never {
  const codes = left.slice(0, NAMED).map(({ code }) => code);
  return refuse('unit.left', { code: unit.code, what, codes, more: left.length - codes.length });
}
