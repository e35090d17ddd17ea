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

/** Why a month cannot be closed yet, its findings apart. */
export function closeFault(month: Month, calendar: Calendar): Failure | undefined {
  const next = openMonth(calendar);
  if (month !== next) return { code: 'period.order', facts: { month, next } };
  const last = lastDay(month);
  if (last > calendar.today) return { code: 'period.running', facts: { month, last, today: calendar.today } };
  return undefined;
}
