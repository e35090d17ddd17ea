import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { spanDays, type Span } from '../domain/span.ts';
import type { Paper } from '../report/papers/paper.ts';

/** A report as a paper, with its figures for programs; `covered` are the days it speaks of. */
export interface Reported {
  readonly paper: Paper;
  readonly data: object;
  /** Rows that are told only where no paper has them. */
  readonly rows?: () => object;
  readonly covered: { readonly from?: Day | undefined; readonly to?: Day | undefined };
}

/** The days of a period, up to today where it is not over. */
export function daysOf(period: Span | undefined, today: Day): { readonly from: Day; readonly to: Day } {
  if (period === undefined) return refuse('usage.missing', { option: '--period' });
  const { from, to } = spanDays(period);
  if (from > today) refuse('day.future', { day: from, today });
  return { from, to: to < today ? to : today };
}
