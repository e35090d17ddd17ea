import table from '../../data/tet.json' with { type: 'json' };
import type { Day } from './day.ts';

/** The lunar years whose first day the table holds. */
export const TET_YEARS = { first: table.first, last: table.first + table.days.length - 1 } as const;

/**
 * The first day of a lunar year by Vietnam's calendar; undefined outside the table. China's calendar, the only one that
 * platforms bring, begins some years a day or a month later.
 */
export function tetDay(year: number): Day | undefined {
  const day = table.days[year - table.first];
  return day === undefined ? undefined : (`${year}-${day}` as Day);
}

/** The name of a lunar year in the cycle of sixty: its stem and its branch. */
export function lunarName(year: number): string {
  // The year 4 opens a cycle.
  const turn = (length: number) => (((year - 4) % length) + length) % length;
  return `${table.stems[turn(10)] ?? ''} ${table.branches[turn(12)] ?? ''}`;
}
