import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'fund list',
    args: [],
    options: {},
    examples: ['fund list'],
    answer: { funds: [{ code: 'text', name: 'text', kind: 'text', owner: 'text', purposes: ['text'] }] },
    async run(desk) {
      const { book } = await desk.session();
      const funds = (await book.read((reader) => reader.funds())).map(({ id: _, ...fund }) => fund);
      const { values } = desk.m;
      const table: Table = {
        name: 'funds',
        facts: {},
        columns: [
          { key: 'code', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'kind', type: 'code' },
          { key: 'owner', type: 'text' },
          { key: 'purposes', type: 'text' },
        ],
        rows: funds.map((fund) => ({
          kind: 'line',
          cells: {
            ...fund,
            kind: values[fund.kind],
            purposes: fund.purposes.map((each) => values[each] ?? each).join(', '),
          },
        })),
      };
      return { data: { funds }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
