import { firstDay, lastDay, monthOf, nextMonth, type Day, type Month } from './day.ts';
import type { Failure } from './failure.ts';

/** What decides whether a day can be booked: the book's first month, the last closed one, and today. */
export interface Calendar {
  readonly firstMonth: Month;
  readonly lastClosed: Month | undefined;
  readonly today: Day;
}

/** The first month that can still be booked into; months close in order. */
export function openMonth(calendar: Calendar): Month {
  return calendar.lastClosed === undefined ? calendar.firstMonth : nextMonth(calendar.lastClosed);
}

/** Why a day cannot be booked, or undefined where it can. */
export function dayFault(day: Day, calendar: Calendar): Failure | undefined {
  if (day > calendar.today) return { code: 'day.future', facts: { day, today: calendar.today } };
  const first = firstDay(calendar.firstMonth);
  if (day < first) return { code: 'day.before-book', facts: { day, first } };
  const open = firstDay(openMonth(calendar));
  if (day < open) return { code: 'period.closed', facts: { day, open } };
  return undefined;
}

/**
 * The day a reversal is booked on: the original's while its month is open and none of its places was counted since
 * (`counted` is the last day one was), else today.
 */
export function reversalDay(original: Day, calendar: Calendar, counted?: Day): Day {
  const still = monthOf(original) >= openMonth(calendar) && (counted === undefined || counted < original);
  return still ? original : calendar.today;
}

/** The months that stay closed: what was closed last, and the last month of the last year that was locked. */
export interface Seals extends Calendar {
  readonly locked: Month | undefined;
}

/** Why a month cannot be opened again: only the last closed one can, and none of a locked year. */
export function reopenFault(month: Month, { lastClosed, locked, firstMonth }: Seals): Failure | undefined {
  if (lastClosed === undefined || month > lastClosed || month < firstMonth)
    return { code: 'period.open', facts: { month } };
  if (locked !== undefined && month <= locked) return { code: 'period.locked', facts: { month } };
  return month === lastClosed ? undefined : { code: 'period.last', facts: { month, last: lastClosed } };
}

/** Why the year that ends with a December cannot be locked: each of its months is closed first. */
export function lockFault(december: Month, seals: Seals): Failure | undefined {
  const first = firstDay(seals.firstMonth);
  if (december < seals.firstMonth)
    return { code: 'day.before-book', facts: { day: lastDay(december), first } };
  if (seals.locked !== undefined && december <= seals.locked)
    return { code: 'period.locked', facts: { month: december } };
  const open = openMonth(seals);
  return open <= december ? { code: 'period.open', facts: { month: open } } : undefined;
}

/** Why a month cannot be closed yet, its findings apart. */
export function closeFault(month: Month, calendar: Calendar): Failure | undefined {
  const next = openMonth(calendar);
  if (month !== next) return { code: 'period.order', facts: { month, next } };
  const last = lastDay(month);
  if (last > calendar.today) return { code: 'period.running', facts: { month, last, today: calendar.today } };
  return undefined;
}
