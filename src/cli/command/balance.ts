import { balanceTable } from '../../report/balance.ts';
import { renderTable } from '../../render/text.ts';
import { balanceOn } from '../../usecase/balance.ts';
import { command } from '../command.ts';
import { FUND_BALANCE } from '../shapes.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'balance',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['balance', 'balance --as-of 30/06/2024'],
    answer: { asOf: 'day', funds: [FUND_BALANCE], total: 'integer', held: 'integer' },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const { report, funds } = await balanceOn(reader, asOf);
        const table = balanceTable(report, funds);
        return { data: report, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
