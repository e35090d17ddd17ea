import type { Round } from '../domain/award.ts';
import { fundMoney } from '../domain/balance.ts';
import { LAST_DAY, firstDay, monthOf, type Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { refuse, Refusal } from '../domain/failure.ts';
import type { Mask } from '../domain/mask.ts';
import { closest } from '../domain/near.ts';
import type { Noun } from '../domain/failure-facts.ts';
import type { Fund, Place, Purpose } from '../domain/fund.ts';
import { isCode } from '../domain/fund.ts';
import type { Aim } from '../domain/restriction.ts';
import { dayFault, openMonth, type Calendar } from '../domain/period.ts';
import type { Book } from './book.ts';
import type { Reader, Unit, Writer } from './port/ports.ts';
import type { Phrases } from './phrases.ts';
import { keptAfter, mustKeepRestricted } from './restricted.ts';

/** One command at work on one book: who runs it, on which day, and whether it only rehearses. */
export interface Session {
  readonly book: Book;
  readonly today: Day;
  readonly actor: () => string;
  readonly recordedAt: string;
  readonly dryRun: boolean;
  /** Backs the book up as it stood before the write that is going on; absent where nobody wants one. */
  readonly backUp?: ((uuid: string) => Promise<void>) | undefined;
  /** Sentences for the book, by the book's language. */
  readonly phrases: (language: 'vi' | 'en') => Phrases;
  /** How private values are shown in the answer. */
  readonly mask: Mask;
}

/**
 * Runs one write: everything `fn` appends stands together, and only where no fund's money in any place it touched falls
 * below zero at the end of any day (law 4). A dry run does all of this and rolls back (law 8).
 */
export function operate<T>(
  session: Session,
  command: string,
  fn: (writer: Writer) => Promise<T>,
): Promise<T> {
  const { recordedAt, dryRun } = session;
  return session.book.withEntity({ command, actor: session.actor(), recordedAt, dryRun }, async (writer) => {
    await mustNotHaveEnded(writer, command);
    const result = await fn(writer);
    await refuseShortMoney(writer);
    const turnovers = await writer.turnovers({ to: LAST_DAY });
    // A total that could not be told to the đồng is refused here, not met later by every report.
    sum(turnovers.flatMap(({ debit, credit }) => [debit, credit]));
    await mustKeepRestricted(writer);
    return result;
  });
}

/** What may still be done with a book that ended: papers kept, people's data given and erased. */
const AFTERWARDS = /^(attach|reveal|export|member (erase|export)|private \w+|access .*|report .*)$/;

async function mustNotHaveEnded(writer: Writer, command: string): Promise<void> {
  const ending = AFTERWARDS.test(command) ? undefined : await writer.ended();
  if (ending !== undefined) refuse('book.ended', ending);
}

async function refuseShortMoney(writer: Writer): Promise<void> {
  for (const { fund, place, day, balance } of await writer.lowPoints()) {
    if (balance < 0) refuse('fund.short', { fund: fund.code, place: place.code, day, balance });
  }
}

export async function calendarOf(reader: Reader, today: Day): Promise<Calendar> {
  return { firstMonth: reader.entity.firstMonth, lastClosed: await reader.lastClosed(), today };
}

/** Refuses a day that lies after today, before the book, or in a closed month. */
export async function mustBeOpen(reader: Reader, today: Day, day: Day): Promise<Day> {
  const fault = dayFault(day, await calendarOf(reader, today));
  if (fault !== undefined) throw new Refusal(fault);
  return day;
}

/** The day to book on: the day itself, or `bookOn` where it lies in a closed month or before the book. */
export async function bookingDay(
  reader: Reader,
  today: Day,
  day: Day,
  bookOn: Day | undefined,
): Promise<Day> {
  if (day > today) refuse('day.future', { day, today });
  const open = openMonth(await calendarOf(reader, today));
  if (bookOn === undefined || day >= firstDay(open)) return mustBeOpen(reader, today, day);
  return mustBeFirstOpen(reader, today, bookOn);
}

/** Refuses a day that is not in the first open month, where what a closed month left is booked. */
export async function mustBeFirstOpen(reader: Reader, today: Day, day: Day): Promise<Day> {
  const open = openMonth(await calendarOf(reader, today));
  if (monthOf(day) !== open) refuse('day.book-on', { day, open: firstDay(open) });
  return mustBeOpen(reader, today, day);
}

function byCode<T extends { readonly code: string }>(noun: Noun, all: readonly T[], code: string): T {
  const found =
    all.find((candidate) => candidate.code === code) ??
    all.find((candidate) => candidate.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found;
  const codes = all.map((each) => each.code);
  const near = closest(code, codes);
  return refuse('missing', {
    noun,
    code,
    known: codes.length <= 20 ? codes : undefined,
    near: near.length > 0 ? near : undefined,
  });
}

export async function fundBy(reader: Reader, code: string): Promise<Fund> {
  return byCode('fund', await reader.funds(), code);
}

export async function placeBy(reader: Reader, code: string): Promise<Place> {
  return byCode('place', await reader.places(), code);
}

export async function roundBy(reader: Reader, code: string): Promise<Round> {
  return byCode('round', await reader.rounds(), code);
}

/** A unit by its code; with a day, one that had not ended before it. */
export async function unitBy(reader: Reader, code: string, on?: Day): Promise<Unit> {
  const units = await reader.units();
  const unit = byCode('unit', units, code);
  if (on !== undefined) await mustStandOn(reader, unit, on);
  return unit;
}

/** Refuses a unit that ended before a day, and names who took its place. */
export async function mustStandOn(reader: Reader, { id, code, to }: Unit, day: Day): Promise<void> {
  if (to === undefined || to >= day) return;
  const codes = new Map((await reader.units()).map((unit) => [unit.id, unit.code]));
  const into = (await (await reader.unitFacts()).successions()).flatMap((each) =>
    each.unit === id && each.ended && each.successor !== undefined ? [codes.get(each.successor) ?? ''] : [],
  );
  refuse('unit.ended', { code, on: to, into });
}

/** A fund and the place its money comes from or goes to: `TET:cash`. The place defaults to `cash`. */
export async function purseBy(reader: Reader, text: string): Promise<{ fund: Fund; place: Place }> {
  const [fund = '', place = 'cash', ...more] = text.split(':');
  if (more.length > 0) refuse('usage.value', { option: '--from', given: text, expected: 'TET:cash' });
  return { fund: await fundBy(reader, fund), place: await placeBy(reader, place) };
}

/** What a fund may pay for on a day, by the papers that gave and ended its purposes. */
export async function purposesOn(reader: Reader, fund: Fund, day: Day): Promise<readonly Purpose[]> {
  const dated = await (await reader.treasury()).purposes(fund);
  const inForce = dated.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
  return [...new Set(inForce.map(({ purpose }) => purpose))];
}

/** Refuses a payment whose fund does not pay for its purpose on the payment's day. */
export async function mustPay(reader: Reader, fund: Fund, purpose: Purpose, day: Day): Promise<void> {
  const allowed = await purposesOn(reader, fund, day);
  if (!allowed.includes(purpose)) refuse('fund.purpose', { fund: fund.code, purpose, day, allowed });
}

/** Refuses to spend what is promised to people already; gives the fund's money and what of it is not promised. */
export async function mustBeUnpromised(
  reader: Reader,
  today: Day,
  fund: Fund,
  amount: Dong,
): Promise<{ money: Dong; available: Dong }> {
  const money = fundMoney(await reader.turnovers({ to: today })).get(fund.id) ?? ZERO;
  const committed = (await reader.committed(today)).get(fund.id) ?? ZERO;
  const available = subtract(money, committed);
  if (committed !== 0 && amount > available)
    refuse('fund.committed', { fund: fund.code, needed: amount, available });
  return { money, available };
}

/**
 * Refuses to spend what is promised to people already, or set apart by its givers for another aim: neither is there
 * for anything else.
 */
export async function mustBeFree(
  reader: Reader,
  today: Day,
  fund: Fund,
  amount: Dong,
  aim?: Aim,
): Promise<void> {
  const { money, available } = await mustBeUnpromised(reader, today, fund, amount);
  // What the fund does not have at all is told by its place.
  if (amount > money) return;
  const restricted = await keptAfter(reader, today, fund, amount, aim);
  const short = subtract(amount, subtract(available, restricted));
  if (restricted > 0 && short > 0) refuse('fund.restricted', { fund: fund.code, short, money, restricted });
}

export function mustBeCode(code: string): string {
  return isCode(code) ? code : refuse('code.unfit', { code });
}
