import { journalReport, journalTable } from '../../report/ledger.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger journal',
    lists: true,
    args: [],
    options: PERIOD,
    examples: ['ledger journal --period 2024-01', 'ledger journal --period 2024-01 --format csv'],
    answer: { from: 'day', to: 'day', debit: 'integer', credit: 'integer', lines: ['any'] },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const range = await rangeOf(reader, desk.today, options);
        const [funds, places] = [await reader.funds(), await reader.places()];
        const accounts = await reader.accounts();
        const report = journalReport(range, await reader.ledger({ ...range, follows: 'postings' }), {
          funds,
          places,
          account: (role, held) =>
            accounts.find((each) => each.role === role && each.held === held)?.number ?? role,
        });
        const table = journalTable(report);
        return { data: report, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
