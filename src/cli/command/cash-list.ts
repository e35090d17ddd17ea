import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { countsOf } from '../../usecase/cash-count.ts';
import { placeBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'cash list',
    lists: true,
    args: [],
    options: { ...PERIOD, place: code('PLACE') },
    examples: ['cash list --period 2024-01', 'cash list --place cash'],
    answer: {
      from: 'day',
      to: 'day',
      counts: [
        {
          operation: 'integer',
          place: 'text',
          day: 'day',
          counted: 'integer',
          balance: 'integer',
          difference: 'integer',
          settled: 'integer',
          by: ['text'],
          'undoneBy?': 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const range = await rangeOf(reader, desk.today, options);
        const place = options.place === undefined ? undefined : await placeBy(reader, options.place);
        const counts = await countsOf(reader, range, place);
        const table: Table = {
          name: 'counts',
          facts: range,
          columns: [
            { key: 'day', type: 'day' },
            { key: 'place', type: 'code' },
            { key: 'counted', type: 'dong' },
            { key: 'balance', type: 'dong' },
            { key: 'difference', type: 'dong' },
            { key: 'settled', type: 'dong' },
            { key: 'by', type: 'person' },
            { key: 'operation', type: 'count' },
            { key: 'state', type: 'code' },
          ],
          rows: counts.map(({ by, undoneBy, ...cells }) => ({
            kind: 'line',
            cells: {
              ...cells,
              by: by.join(', '),
              state: undoneBy === undefined ? '' : desk.m.values['takenBack'],
            },
          })),
        };
        return { data: { ...range, counts }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
