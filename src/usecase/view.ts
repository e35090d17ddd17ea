import { LAST_DAY, lastDay, type Day, type Month } from '../domain/day.ts';
import { fold } from '../domain/name.ts';
import type { PassedSide } from '../domain/passed.ts';
import { keepers } from './collection-list.ts';
import type { CollectedBook, Collection, CopyState, Passed } from './port/collection.ts';
import type { Reader, Unit } from './port/ports.ts';

/** One union of the view: the sector itself, or a unit as far as its book is closed. */
export interface Member {
  readonly union: string;
  readonly name: string;
  /** The last day whose figures are shown. */
  readonly upTo: Day;
  /** The last day that is closed in its book, shown or not: what came late is looked for up to it. */
  readonly end: Day;
  readonly month: Month | '';
  readonly own: boolean;
  readonly read: <T>(fn: (reader: Reader) => Promise<T>) => Promise<T>;
}

/** A unit whose figures cannot be shown: no book, no whole copy, no month closed. */
interface Absent {
  readonly union: string;
  readonly name: string;
  readonly state: 'none' | 'unclosed' | Exclude<CopyState, 'whole'>;
}

/** The sector and its units side by side, each an entity of its own. */
export interface View {
  readonly members: readonly Member[];
  readonly absent: readonly Absent[];
  /** The unit that keeps the book in which a unit of the register stands: itself, or one above it. */
  readonly keeperOf: (unit: string) => string | undefined;
}

/** Opens the view at a day: the sector's own book up to it, units up to it or to the end of their last closed month. */
export async function viewOn(reader: Reader, collection: Collection, to: Day): Promise<View> {
  const known = await (await reader.collection()).collected();
  const units = await keepers(reader, known);
  const { code, name } = reader.entity;
  const members: Member[] = [
    {
      union: code,
      name,
      upTo: to,
      end: LAST_DAY,
      month: (await reader.lastClosed()) ?? '',
      own: true,
      read: (fn) => fn(reader),
    },
  ];
  const absent: Absent[] = [];
  for (const unit of units) {
    const book = known.find((each) => each.unit === unit.code);
    const state = await stateOf(collection, book);
    if (book?.sealed === undefined || state !== 'closed') {
      absent.push({ union: unit.code, name: unit.name, state: state === 'closed' ? 'unclosed' : state });
      continue;
    }
    const end = lastDay(book.sealed.month);
    members.push({
      union: unit.code,
      name: unit.name,
      upTo: end < to ? end : to,
      end,
      month: book.sealed.month,
      own: false,
      read: (fn) => collection.read(book, fn),
    });
  }
  return {
    members,
    absent,
    keeperOf: keeperIn(await reader.units(), new Set(units.map((unit) => unit.code))),
  };
}

async function stateOf(
  collection: Collection,
  book: CollectedBook | undefined,
): Promise<Absent['state'] | 'closed'> {
  if (book === undefined) return 'none';
  const copy = await collection.state(book);
  if (copy !== 'whole') return copy;
  return book.sealed === undefined ? 'unclosed' : 'closed';
}

function keeperIn(units: readonly Unit[], keeping: ReadonlySet<string>): View['keeperOf'] {
  const byKey = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return (code) => {
    for (let unit = byCode.get(code); unit !== undefined; unit = byKey.get(unit.parent ?? 0))
      if (keeping.has(unit.code)) return unit.code;
    return undefined;
  };
}

/** Money between the sector and its units, from both sides: what went down, and what went up. */
export interface Between {
  readonly given: readonly PassedSide[];
  readonly received: readonly PassedSide[];
  readonly remitted: readonly PassedSide[];
  readonly taken: readonly PassedSide[];
}

export async function between(view: View): Promise<Between> {
  const sides: { given: PassedSide[]; received: PassedSide[]; remitted: PassedSide[]; taken: PassedSide[] } =
    {
      given: [],
      received: [],
      remitted: [],
      taken: [],
    };
  const unnamed: PassedSide[] = [];
  const sector = fold(view.members.find(({ own }) => own)?.name ?? '');
  for (const { union, end, own, read } of view.members) {
    const passed = await read(async (reader) => (await reader.collection()).passed(end));
    for (const each of passed) {
      if (own !== (each.way === 'given' || each.way === 'taken')) continue;
      const unit = own ? view.keeperOf(each.unit) : union;
      if (unit !== undefined) sides[each.way].push(sideOf(each, unit, sector));
      else if (each.way === 'taken' && each.document !== '') unnamed.push(sideOf(each, '', sector));
    }
  }
  // A receipt that names no unit is of the one that remitted the same amount under the same document.
  for (const side of unnamed) {
    const meant = sides.remitted.filter(
      ({ document, amount }) => fold(document) === fold(side.document) && amount === side.amount,
    );
    const units = new Set(meant.map(({ unit }) => unit));
    const [unit = ''] = units;
    if (units.size === 1) sides.taken.push({ ...side, unit });
  }
  return sides;
}

function sideOf(
  { entry, day, document, kind, role, amount, party }: Passed,
  unit: string,
  sector: string,
): PassedSide {
  return { unit, entry, day, document, kind, role, amount, named: fold(party) === sector };
}
