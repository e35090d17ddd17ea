import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { owedOn } from '../../usecase/owed.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'remit list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['remit list', 'remit list --as-of 31/05/2024'],
    answer: {
      asOf: 'day',
      owed: [
        {
          fund: 'text',
          owner: 'text',
          'appeal?': 'text',
          'due?': 'day',
          owed: 'integer',
          overdue: 'boolean',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const owed = (await owedOn(reader, asOf)).map(({ appeal, due, ...row }) => ({
          ...row,
          ...(appeal === undefined ? {} : { appeal }),
          ...(due === undefined ? {} : { due }),
        }));
        const table: Table = {
          name: 'owed',
          facts: { asOf },
          columns: [
            { key: 'owner', type: 'text' },
            { key: 'fund', type: 'code' },
            { key: 'appeal', type: 'code' },
            { key: 'due', type: 'day' },
            { key: 'owed', type: 'dong' },
            { key: 'state', type: 'text' },
          ],
          rows: owed.map(({ overdue, ...cells }) => ({
            kind: 'line',
            cells: { ...cells, state: overdue ? desk.m.values['overdue'] : '' },
          })),
        };
        return { data: { asOf, owed }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
