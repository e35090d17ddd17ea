import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'advance list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['advance list', 'advance list --as-of 31/03/2024'],
    answer: {
      asOf: 'day',
      advances: [
        {
          voucher: 'text',
          holder: 'text',
          fund: 'text',
          day: 'day',
          'due?': 'day',
          amount: 'integer',
          open: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const funds = await reader.funds();
        const found = await reader.advances(asOf);
        const advances = found.map(({ voucher, holder, fund, day: on, due, amount, open }) => ({
          voucher,
          holder: holder.code,
          fund: funds.find((each) => each.id === fund)?.code ?? '',
          day: on,
          ...(due === undefined ? {} : { due }),
          amount,
          open,
        }));
        const table: Table = {
          name: 'advances',
          facts: { asOf },
          columns: [
            { key: 'voucher', type: 'code' },
            { key: 'holder', type: 'person' },
            { key: 'fund', type: 'code' },
            { key: 'day', type: 'day' },
            { key: 'due', type: 'day' },
            { key: 'amount', type: 'dong' },
            { key: 'open', type: 'dong' },
          ],
          rows: advances.map((cells, at) => ({
            kind: 'line',
            cells: { ...cells, holder: found[at]?.holder.name ?? '' },
          })),
        };
        return { data: { asOf, advances }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
