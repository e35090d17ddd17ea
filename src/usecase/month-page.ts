import { dayBefore, firstDay, lastDay, monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { hasBegun } from '../domain/house.ts';
import { stageReport } from '../report/home-stages.ts';
import { fundMonths, givenBy, pendingBy, placeMonths, type MonthPage } from '../report/month-page.ts';
import { reconciliationReport } from '../report/reconciliation.ts';
import { balanceOn } from './balance.ts';
import { inspect, type Inspection } from './check/inspect.ts';
import type { Reader } from './port/ports.ts';

/** How many months the charts go back, this one included. */
const MONTHS = 12;

/**
 * A month of the book on one page. Each fact is one question to the book, however many people and gifts there are; nobody
 * is named in the answer. `inspected` is the month looked through from today, where that is done already.
 */
export async function monthPage(
  reader: Reader,
  month: Month,
  today: Day,
  inspected?: Inspection,
): Promise<MonthPage> {
  const { firstMonth } = reader.entity;
  if (month < firstMonth || month > monthOf(today)) {
    refuse('usage.value', {
      option: '--period',
      given: month,
      expected: `${firstMonth} … ${monthOf(today)}`,
    });
  }
  const [from, to] = [firstDay(month), lastDay(month)];
  const { report: balance, funds } = await balanceOn(reader, to);
  const { findings, ...reconciliation } = reconciliationReport(
    inspected ?? (await inspect(reader, month, today)),
  );
  const shown = monthsUpTo(month, firstMonth);
  const before = await reader.turnovers({ to: dayBefore(firstDay(shown[0] ?? month)) });
  const within = [];
  for (const each of shown) {
    const turnovers = await reader.turnovers({ from: firstDay(each), to: lastDay(each) });
    within.push({ month: each, turnovers });
  }
  const earlier = within.slice(0, -1).flatMap(({ turnovers }) => turnovers);
  const rounds = await reader.rounds();
  const awards = await reader.awards({ upTo: to });
  const last = (await (await reader.periods()).events(month)).findLast(({ kind }) => kind !== 'lock');
  const codes = new Map(funds.map(({ id, code }) => [id, code]));
  return {
    month,
    asOf: to,
    head: last?.kind === 'close' ? shortHead(last.head) : undefined,
    balance,
    reconciliation,
    names: new Map(funds.map(({ code, name }) => [code, name])),
    months: fundMonths(funds, before, within),
    places: placeMonths(await reader.places(), [...before, ...earlier], within.at(-1)?.turnovers ?? []),
    ...givenBy(await reader.awards({ upTo: dayBefore(from) }), awards, rounds, await reader.units()),
    homes: stageReport((await (await reader.homes()).houses(to)).filter(hasBegun), to, undefined).stages,
    pending: pendingBy(awards, rounds),
    advances: (await reader.advances(to))
      .filter(({ open }) => open !== 0)
      .map(({ voucher, fund, day, due, amount, open }) => ({
        voucher,
        fund: codes.get(fund) ?? '',
        day,
        due,
        amount,
        open,
      })),
    findings,
  };
}

/** The months to show: up to one, from the book's first or eleven before. */
function monthsUpTo(month: Month, firstMonth: Month): Month[] {
  const months: Month[] = [];
  for (let each = firstMonth; each <= month; each = nextMonth(each)) months.push(each);
  return months.slice(-MONTHS);
}
