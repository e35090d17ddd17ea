import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['goods list', 'goods list --as-of 31/01/2024'],
    answer: {
      asOf: 'day',
      stock: [
        {
          'fund?': 'text',
          item: 'text',
          name: 'text',
          measure: 'text',
          'face?': 'integer',
          quantity: 'integer',
          cost: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const goods = await reader.goods();
        const [items, held, funds] = [await goods.items(), await goods.stock(asOf), await reader.funds()];
        // An item that nobody has stands with nothing, so that its code can be seen.
        const stock = items.flatMap(({ id, code: item, name, measure, face }) => {
          const about = { item, name, measure, ...(face === undefined ? {} : { face }) };
          const of = held.filter((each) => each.item === id);
          if (of.length === 0) return [{ ...about, quantity: 0, cost: 0 }];
          return of.map(({ fund, quantity, cost }) => ({
            fund: funds.find((each) => each.id === fund)?.code ?? '',
            ...about,
            quantity,
            cost,
          }));
        });
        const table: Table = {
          name: 'stock',
          facts: { asOf },
          columns: [
            { key: 'item', type: 'code' },
            { key: 'name', type: 'text' },
            { key: 'fund', type: 'code' },
            { key: 'measure', type: 'text' },
            { key: 'face', type: 'dong' },
            { key: 'quantity', type: 'count' },
            { key: 'cost', type: 'dong' },
          ],
          rows: [
            ...stock.map((cells) => ({ kind: 'line' as const, cells })),
            {
              kind: 'total',
              label: 'total',
              cells: { cost: stock.reduce((all, each) => all + each.cost, 0) },
            },
          ],
        };
        return { data: { asOf, stock }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
