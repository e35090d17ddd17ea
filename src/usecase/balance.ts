import type { Day } from '../domain/day.ts';
import { dayBefore, firstDay, newYear } from '../domain/day.ts';
import type { Fund } from '../domain/fund.ts';
import { balanceReport, type BalanceReport } from '../report/balance.ts';
import type { Reader } from './port/ports.ts';

/** What each fund has on a day, from the year's beginning on. */
export async function balanceOn(
  reader: Reader,
  asOf: Day,
): Promise<{ readonly report: BalanceReport; readonly funds: readonly Fund[] }> {
  const start = firstDay(reader.entity.firstMonth);
  // In the book's first year the opening is the book's own; it is dated the day before the first month.
  const year = newYear(asOf) < start ? dayBefore(start) : newYear(asOf);
  const funds = await reader.funds();
  // Only a book with restricted money needs to look at it.
  const kept = (await reader.hasRestricted())
    ? await (await import('./restricted.ts')).keptAside(reader, asOf)
    : new Map<number, never>();
  const report = balanceReport(
    asOf,
    funds,
    await reader.turnovers({ to: dayBefore(year) }),
    await reader.turnovers({ from: year, to: asOf }),
    await reader.committed(asOf),
    kept,
  );
  return { report, funds };
}
