import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, lastDay, monthOf, nextMonth, type Day } from '../../src/domain/day.ts';
import { MONTHS_MAX, monthlyDays, monthsUntil } from '../../src/domain/monthly.ts';

const day = (text: string) => text as Day;

test('the 31st of a month is the last day of a shorter one, and the 31st again after it', () => {
  expect(monthlyDays(day('2024-01-31'), 4)).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']);
  expect(monthlyDays(day('2024-11-30'), 4)).toEqual(['2024-11-30', '2024-12-30', '2025-01-30', '2025-02-28']);
});

test('monthly days stand one in each month, on the first one’s date or the month’s last day', () => {
  fc.assert(
    fc.property(
      fc.record({
        year: fc.integer({ min: 1990, max: 2090 }),
        month: fc.integer({ min: 1, max: 12 }),
        date: fc.integer({ min: 1, max: 28 }),
        end: fc.boolean(),
        months: fc.integer({ min: 1, max: MONTHS_MAX }),
      }),
      ({ year, month, date, end, months }) => {
        const start = dayOf(year, month, date) ?? day('2024-01-01');
        const first = end ? lastDay(monthOf(start)) : start;
        const days = monthlyDays(first, months);
        expect(days.length).toBe(months);
        expect(days[0]).toBe(first);
        days.forEach((each, at) => {
          if (at > 0) expect(monthOf(each)).toBe(nextMonth(monthOf(days[at - 1] ?? first)));
          expect(each.slice(8) === first.slice(8) || each === lastDay(monthOf(each))).toBe(true);
        });
        expect(monthsUntil(first, monthOf(days.at(-1) ?? first))).toBe(months);
      },
    ),
  );
});

test('a month before the first has no months up to it', () => {
  expect(monthsUntil(day('2024-03-10'), monthOf(day('2024-02-29')))).toBe(0);
});
