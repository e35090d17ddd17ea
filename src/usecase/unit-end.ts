import { dayAfter, type Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { unitsUnder } from '../domain/unit-tree.ts';
import { leftOpen, type LeftOpen } from './left-open.ts';
import { mustBeLater, mustBeNoRing, mustHaveNoEnd, takeOver, unitsOf, type UnitWords } from './reorganise.ts';
import type { Unit } from './port/ports.ts';
import { operate, unitBy, type Session } from './session.ts';

export interface CloseInput {
  readonly code: string;
  /** The last day. */
  readonly on: Day;
  readonly successor: string | undefined;
  readonly document: string | undefined;
}

export interface CloseAnswer {
  readonly code: string;
  readonly on: Day;
  readonly successor?: string;
  /** Who went to the successor. */
  readonly moved: number;
  /** Who still stands in it. */
  readonly members: number;
  readonly open: readonly LeftOpen[];
}

/** Closes a unit after a day. A successor takes over its people and lower units; without one they stay where they are. */
export function closeUnit(session: Session, input: CloseInput): Promise<CloseAnswer> {
  return operate(session, 'unit close', async (writer) => {
    const unit = await unitBy(writer, input.code);
    const { on, document } = input;
    if (on > session.today) refuse('day.future', { day: on, today: session.today });
    await mustHaveNoEnd(unit);
    const day = dayAfter(on);
    const open = await leftOpen(writer, session.today, [unit]);
    if (input.successor === undefined) {
      await writer.endUnit(unit, { day, successors: [], document });
      const members = (await writer.beneficiaries({ unit: unit.id })).length;
      return { code: unit.code, on, moved: 0, members, open };
    }
    const successor = await unitBy(writer, input.successor);
    if (successor.id === unit.id)
      refuse('usage.value', { option: '--successor', given: successor.code, expected: `≠ ${unit.code}` });
    await mustHaveNoEnd(successor);
    await mustBeLater(writer, session, day);
    const { people } = await takeOver(writer, [unit], successor, { day, document });
    return { code: unit.code, on, successor: successor.code, moved: people, members: 0, open };
  });
}

export interface MergeInput {
  readonly units: readonly string[];
  /** One of them, another one, or one that is made. */
  readonly into: UnitWords;
  /** The first day on which only the merged unit is there. */
  readonly on: Day;
  readonly document: string;
}

export interface MergeAnswer {
  readonly into: string;
  readonly on: Day;
  readonly document: string;
  /** Units that are no more. */
  readonly ended: readonly string[];
  readonly made: boolean;
  readonly moved: number;
  /** Lower units that now stand under the merged one. */
  readonly placed: readonly string[];
  readonly open: readonly LeftOpen[];
}

/** Makes several units one: from a day on its people are all of theirs, and what was theirs goes on with it. */
export function mergeUnits(session: Session, input: MergeInput): Promise<MergeAnswer> {
  return operate(session, 'unit merge', async (writer) => {
    const { on: day, document } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    await mustBeLater(writer, session, day);
    const named = [];
    for (const code of new Set(input.units)) named.push(await unitBy(writer, code));
    const [like] = named;
    if (like === undefined) return refuse('usage.missing', { option: 'CODE' });
    const { units, made } = await unitsOf(writer, [input.into], { like, day });
    const [into] = units;
    if (into === undefined) throw new TypeError('no unit to merge into');
    const ended = named.filter(({ id }) => id !== into.id);
    if (ended.length === 0)
      refuse('usage.value', { option: '--into', given: into.code, expected: `≠ ${into.code}` });
    for (const unit of ended) await mustHaveNoEnd(unit);
    const open = await leftOpen(writer, session.today, ended);
    const { people, placed } = await takeOver(writer, ended, into, { day, document });
    return {
      into: into.code,
      on: day,
      document,
      ended: ended.map(({ code }) => code),
      made: made.length > 0,
      moved: people,
      placed,
      open,
    };
  });
}

export interface PlaceAnswer {
  readonly to: string;
  readonly on: Day;
  readonly document: string;
  /** The units that were named, and under which each stood. */
  readonly moved: readonly { readonly unit: string; readonly from: string }[];
  /** These and all under them. */
  readonly units: number;
}

/** Puts units, each with all under it, under another from a day on; `to` undefined is the top of the tree. */
export function placeUnits(
  session: Session,
  input: { units: readonly string[]; to: string | undefined; on: Day; document: string },
): Promise<PlaceAnswer> {
  return operate(session, 'unit move', async (writer) => {
    const { on: day, document } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    await mustBeLater(writer, session, day);
    const parent = input.to === undefined ? undefined : await unitBy(writer, input.to, day);
    const placements = await (await writer.unitFacts()).placements();
    const codes = new Map((await writer.units()).map((unit) => [unit.id, unit.code]));
    const units = new Map<number, Unit>();
    for (const code of input.units) {
      const unit = await unitBy(writer, code, day);
      units.set(unit.id, unit);
    }
    for (const unit of units.values()) {
      const last = placements.findLast((each) => each.unit === unit.id);
      if (last !== undefined && last.day > day)
        refuse('unit.placed', { code: unit.code, day, last: last.day as Day });
      const to = parent?.code ?? 'none';
      if (parent?.id === unit.parent)
        refuse('usage.value', { option: '--to', given: to, expected: `≠ ${to} (${unit.code})` });
      if (parent?.id === unit.id) refuse('unit.ring', { code: unit.code, parent: unit.code, on: day });
      await writer.placeUnit(unit, { day, parent, document });
    }
    const all = await writer.units();
    if (parent !== undefined)
      for (const unit of units.values()) await mustBeNoRing(writer, { unit, parent }, day);
    const under = new Set([...units.keys()].flatMap((id) => [...unitsUnder(all, id)]));
    return {
      to: parent?.code ?? '',
      on: day,
      document,
      moved: [...units.values()].map((unit) => ({
        unit: unit.code,
        from: codes.get(unit.parent ?? 0) ?? '',
      })),
      units: under.size,
    };
  });
}
