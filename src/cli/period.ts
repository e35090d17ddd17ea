import { firstDay, lastDay, type Day, type Month } from '../domain/day.ts';
import { openMonth } from '../domain/period.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { calendarOf } from '../usecase/session.ts';
import { day, month } from './options.ts';

/** Options that say which days a ledger covers. */
export const PERIOD = { period: month(), from: day(), to: day() };

interface Given {
  readonly period: Month | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** The days meant: a month, or from and to; without any, the month still open. */
export async function rangeOf(reader: Reader, today: Day, given: Given): Promise<{ from: Day; to: Day }> {
  const period = given.period ?? openMonth(await calendarOf(reader, today));
  if (given.period === undefined && (given.from !== undefined || given.to !== undefined)) {
    return { from: given.from ?? firstDay(reader.entity.firstMonth), to: given.to ?? today };
  }
  return { from: firstDay(period), to: lastDay(period) };
}
