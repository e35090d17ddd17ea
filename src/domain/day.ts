/** A calendar day, `YYYY-MM-DD`, between 1900 and 2999. No clock, no zone; plain string order is day order. */
export type Day = string & { readonly day: unique symbol };

/** A month, `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The last day there is: what has no end ends on it. */
export const LAST_DAY = '9999-12-31' as Day;

/** Gives the day, or undefined where the calendar has none such. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || year > 2999 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}` as Day;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** Reads `YYYY-MM-DD`, or day before month with `/`, `-` or `.` as Vietnam writes it; never month before day. */
export function readDay(text: string): Day | undefined {
  const iso = ISO_DAY.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = LOCAL_DAY.exec(text);
  if (local) return dayOf(Number(local[3]), Number(local[2]), Number(local[1]));
  return undefined;
}

/** Reads `YYYY-MM` or `MM/YYYY`. */
export function readMonth(text: string): Month | undefined {
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  const local = /^(\d{1,2})\/(\d{4})$/.exec(text);
  const first = iso
    ? dayOf(Number(iso[1]), Number(iso[2]), 1)
    : local
      ? dayOf(Number(local[2]), Number(local[1]), 1)
      : undefined;
  return first === undefined ? undefined : monthOf(first);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function firstDay(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDay(month: Month): Day {
  const [year, number] = parts(month);
  return `${month}-${daysIn(year, number)}` as Day;
}

export function nextMonth(month: Month): Month {
  const [year, number] = parts(month);
  return (number === 12 ? `${year + 1}-01` : `${year}-${two(number + 1)}`) as Month;
}

export function dayBefore(day: Day): Day {
  const number = Number(day.slice(8));
  const month = monthOf(day);
  if (number > 1) return `${month}-${two(number - 1)}` as Day;
  const [year, ordinal] = parts(month);
  return lastDay((ordinal === 1 ? `${year - 1}-12` : `${year}-${two(ordinal - 1)}`) as Month);
}

export function dayAfter(day: Day): Day {
  const month = monthOf(day);
  return day === lastDay(month)
    ? firstDay(nextMonth(month))
    : (`${month}-${two(Number(day.slice(8)) + 1)}` as Day);
}

/** The same day some years later; of 29 February the 28th where that year has none. */
export function yearsAfter(day: Day, years: number): Day {
  const [year, month] = [yearOf(day) + years, Number(day.slice(5, 7))];
  return `${year}-${two(month)}-${two(Math.min(Number(day.slice(8)), daysIn(year, month)))}` as Day;
}

/** 1 January of the year that holds the day. */
export function newYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01` as Day;
}

function parts(month: Month): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5))];
}

/** Days since 1 March of the year 0. */
export function dayNumber(day: Day): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  // Years that begin in March: the leap day is their last.
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((153 * months + 2) / 5) + Number(day.slice(8)) - 1;
}

/** How many days lie between two days; below zero where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
