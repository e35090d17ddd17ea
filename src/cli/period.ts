import { firstDay, type Day } from '../domain/day.ts';
import { openMonth } from '../domain/period.ts';
import { monthSpan, readSpan, spanDays, type Span } from '../domain/span.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { calendarOf } from '../usecase/session.ts';
import { day, one, reader as reading } from './options.ts';

/** A month, quarter, half-year, year or term. */
export const span = () =>
  one<Span>(
    'PERIOD',
    reading(readSpan, '2024-01 · 01/2024 · 2024-Q1 · Q1/2024 · 2024-H1 · 2024 · 2023-12..2024-02'),
  );

/** Options that say which days a ledger covers. */
export const PERIOD = { period: span(), from: day(), to: day() };

interface Given {
  readonly period: Span | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** The days meant: a span of months, or from and to; without any, the month still open. */
export async function rangeOf(reader: Reader, today: Day, given: Given): Promise<{ from: Day; to: Day }> {
  if (given.period !== undefined) return spanDays(given.period);
  if (given.from !== undefined || given.to !== undefined) {
    return { from: given.from ?? firstDay(reader.entity.firstMonth), to: given.to ?? today };
  }
  return spanDays(monthSpan(openMonth(await calendarOf(reader, today))));
}
