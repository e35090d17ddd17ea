import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'fund list',
    lists: true,
    args: [],
    options: {},
    examples: ['fund list'],
    answer: {
      funds: [
        { code: 'text', name: 'text', kind: 'text', owner: 'text', purposes: ['text'], 'remitBy?': 'day' },
      ],
    },
    async run(desk) {
      const { book } = await desk.session();
      const funds = await book.read(async (reader) => {
        const dated = await (await reader.treasury()).purposes();
        return (await reader.funds()).map(({ id, ...fund }) => {
          const purposes = dated
            .filter(
              ({ fund: of, from, to }) => of === id && from <= desk.today && desk.today <= (to ?? desk.today),
            )
            .map(({ purpose }) => purpose);
          return { ...fund, purposes: [...new Set(purposes)] };
        });
      });
      const { values } = desk.m;
      const table: Table = {
        name: 'funds',
        facts: {},
        columns: [
          { key: 'code', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'kind', type: 'code' },
          { key: 'owner', type: 'text' },
          ...(funds.some(({ remitBy }) => remitBy !== undefined)
            ? [{ key: 'remitBy', type: 'day' } as const]
            : []),
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
