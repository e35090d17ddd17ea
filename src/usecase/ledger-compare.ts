import {
  daysBetween,
  dayBefore,
  firstDay,
  lastDay,
  monthOf,
  readMonth,
  type Day,
  type Month,
} from '../domain/day.ts';
import { readSpan, spanDays } from '../domain/span.ts';

interface Range {
  readonly from: Day;
  readonly to: Day;
}

/** Reads what a ledger is compared with: the period before it, the same one a year earlier, or any other. */
export function comparedWith(typed: string): ((range: Range) => Range) | undefined {
  if (typed === 'previous') return previous;
  if (typed === 'last-year') return lastYear;
  const span = readSpan(typed);
  return span && (() => spanDays(span));
}

/** As many whole months before whole months, else as many days before. */
function previous({ from, to }: Range): Range {
  const end = dayBefore(from);
  if (from === firstDay(monthOf(from)) && to === lastDay(monthOf(to))) {
    const months = monthNumber(to) - monthNumber(from) + 1;
    return { from: firstDay(monthAt(monthNumber(from) - months)), to: end };
  }
  let first = end;
  for (let days = daysBetween(from, to); days > 0; days--) first = dayBefore(first);
  return { from: first, to: end };
}

function lastYear({ from, to }: Range): Range {
  return { from: yearEarlier(from), to: yearEarlier(to) };
}

/** The same day a year earlier; a month's last day stays its last. */
function yearEarlier(day: Day): Day {
  const month = monthAt(monthNumber(day) - 12);
  const last = lastDay(month);
  if (day === lastDay(monthOf(day))) return last;
  const same = `${month}-${day.slice(8)}` as Day;
  return same < last ? same : last;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthAt(number: number): Month {
  return readMonth(`${(number % 12) + 1}/${Math.floor(number / 12)}`) ?? monthOf('1900-01-01' as Day);
}
