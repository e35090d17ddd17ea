import { firstDay, type Day } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import { aboveOf, circular, treeOn } from '../domain/unit-tree.ts';
import type { Reader, Unit, Writer } from './port/ports.ts';
import { calendarOf, mustBeCode, mustStandOn, type Session } from './session.ts';

/** A unit by its code, or one that is made: `BVM=CĐCS Bệnh viện mới`. */
export interface UnitWords {
  readonly code: string;
  readonly name?: string | undefined;
}

/** What a reorganisation is told by: from which day on, by which paper. */
export interface Decree {
  readonly day: Day;
  readonly document?: string | undefined;
}

/** Reports of closed months stay as they were signed: units and people change places in open ones only. */
export async function mustBeLater(reader: Reader, { today }: Session, day: Day): Promise<void> {
  const calendar = await calendarOf(reader, today);
  const open = firstDay(openMonth(calendar));
  if (calendar.lastClosed !== undefined && day < open) refuse('period.closed', { day, open });
}

/** Refuses a unit that had an end already: it ends once. */
export async function mustHaveNoEnd({ code, to }: Unit): Promise<void> {
  if (to !== undefined) refuse('register.ended', { noun: 'unit', code, on: to });
  return Promise.resolve();
}

/** The units that are meant; those that are named are made, of the kind and at the place of `like`. */
export async function unitsOf(
  writer: Writer,
  words: readonly UnitWords[],
  { like, day }: { like: Unit; day: Day },
): Promise<{ units: Unit[]; made: Unit[] }> {
  const known = await writer.units();
  const find = (code: string) =>
    known.find((each) => each.code === code) ??
    known.find((each) => each.code.toLowerCase() === code.toLowerCase());
  const [units, made]: [Unit[], Unit[]] = [[], []];
  for (const { code, name } of words) {
    const found = find(code);
    if (name === undefined) {
      const unit = found ?? refuse('missing', { noun: 'unit', code });
      await mustStandOn(writer, unit, day);
      if (unit.to !== undefined) await mustHaveNoEnd(unit);
      units.push(unit);
      continue;
    }
    if (found !== undefined) refuse('code.taken', { noun: 'unit', code: found.code });
    const parent = known.find(({ id }) => id === like.parent);
    const draft = { code: mustBeCode(code), name: tidy(name), kind: like.kind, parent, from: day };
    const unit = await writer.addUnit(draft);
    units.push(unit);
    made.push(unit);
  }
  return { units, made };
}

/** Puts a unit under another from a day on, where it does not stand there already; never before its last move. */
async function place(
  writer: Writer,
  unit: Ref,
  parent: Ref | undefined,
  { day, document }: Decree,
): Promise<void> {
  const last = (await (await writer.unitFacts()).placements()).findLast((each) => each.unit === unit.id);
  const from = last !== undefined && last.day > day ? (last.day as Day) : day;
  await writer.placeUnit(unit, { day: from, parent, document });
}

/**
 * Ends units that one other takes over: what stood under them stands under it, and where it stood under one of them
 * itself, it takes the place of the highest. Their people come to it.
 */
export async function takeOver(
  writer: Writer,
  ended: readonly Unit[],
  into: Unit,
  decree: Decree,
): Promise<{ people: number; placed: readonly string[] }> {
  const { day, document } = decree;
  const gone = new Set(ended.map(({ id }) => id));
  const units = await writer.units();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const line = aboveOf(units)(into.id);
  const highest = line.findLastIndex((each) => gone.has(each));
  if (highest > 0) await place(writer, into, byId.get(line[highest + 1] ?? 0), decree);
  const below = units.filter(
    ({ id, parent, to }) =>
      parent !== undefined &&
      gone.has(parent) &&
      !gone.has(id) &&
      id !== into.id &&
      (to === undefined || to >= day),
  );
  for (const unit of below) await place(writer, unit, into, decree);
  for (const unit of ended) await writer.endUnit(unit, { day, successors: [into], document });
  const people = await movedTo(writer, ended, into, decree);
  for (const unit of ended) await mustBeNoRing(writer, { unit, parent: into }, day);
  return { people, placed: below.map(({ code }) => code) };
}

/** Moves everybody of some units; who was moved on a later day already goes from that day on. */
async function movedTo(
  writer: Writer,
  from: readonly Unit[],
  into: Ref,
  { day, document }: Decree,
): Promise<number> {
  const people = await (await writer.unitFacts()).people(from.map(({ id }) => id));
  await writer.movePeople(
    people.map(({ id, movedOn }) => ({ id, day: movedOn !== undefined && movedOn > day ? movedOn : day })),
    into,
    document,
  );
  return people.length;
}

/** On no day from `day` on does a unit stand under itself, not even by way of moves that were entered before. */
export async function mustBeNoRing(
  writer: Writer,
  { unit, parent }: { unit: Ref; parent: Ref },
  day: Day,
): Promise<void> {
  const units = await writer.units();
  const placements = await (await writer.unitFacts()).placements();
  const later = placements.map((each) => each.day as Day).filter((each) => each > day);
  for (const on of new Set([day, ...later])) {
    if (circular(treeOn(units, placements, on)) !== undefined)
      refuse('unit.ring', { code: unit.code, parent: parent.code, on });
  }
}
