import { dayOf, lastDay, monthOf, nextMonth, yearOf, type Day, type Month } from './day.ts';

/** How long a monthly support may run: longer is a mistyped number. */
export const MONTHS_MAX = 60;

/** The same day of so many months, the first of them `first`; the month's last day where it has no such day. */
export function monthlyDays(first: Day, months: number): Day[] {
  const days: Day[] = [];
  let month = monthOf(first);
  for (let at = 0; at < months; at += 1) {
    days.push(
      dayOf(yearOf(lastDay(month)), Number(month.slice(5)), Number(first.slice(8))) ?? lastDay(month),
    );
    month = nextMonth(month);
  }
  return days;
}

/** How many months a support runs from a day to the end of a month; none where that lies before. */
export function monthsUntil(first: Day, last: Month): number {
  const number = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return Math.max(0, number(last) - number(monthOf(first)) + 1);
}
