import { dayBefore, firstDay, newYear } from '../../domain/day.ts';
import { balanceReport, balanceTable } from '../../report/balance.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

const FUND = {
  code: 'text',
  kind: 'text',
  opening: 'integer',
  in: 'integer',
  out: 'integer',
  closing: 'integer',
  committed: 'integer',
  available: 'integer',
  held: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'balance',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['balance', 'balance --as-of 30/06/2024'],
    answer: { asOf: 'day', funds: [FUND], total: 'integer', held: 'integer' },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const start = firstDay(reader.entity.firstMonth);
        // In the book's first year the opening is the book's own; it is dated the day before the first month.
        const year = newYear(asOf) < start ? dayBefore(start) : newYear(asOf);
        const funds = await reader.funds();
        // Only a book with restricted money needs to look at it.
        const kept = (await reader.hasRestricted())
          ? await (await import('../../usecase/restricted.ts')).keptAside(reader, asOf)
          : new Map<number, never>();
        const report = balanceReport(
          asOf,
          funds,
          await reader.turnovers({ to: dayBefore(year) }),
          await reader.turnovers({ from: year, to: asOf }),
          await reader.committed(asOf),
          kept,
        );
        const table = balanceTable(report, funds);
        return { data: report, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
