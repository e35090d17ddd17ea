import { dayBefore } from '../../domain/day.ts';
import { holdingOn } from '../../domain/stock.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { itemBy } from '../../usecase/goods.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods ledger',
    lists: true,
    args: ['item'],
    options: { ...PERIOD, fund: code('FUND') },
    reveals: true,
    examples: ['goods ledger QUATET --period 2024-01', 'goods ledger QUATET --fund TET'],
    answer: {
      item: 'text',
      from: 'day',
      to: 'day',
      opening: { quantity: 'integer', cost: 'integer' },
      moves: [
        {
          move: 'integer',
          day: 'day',
          voucher: 'text',
          fund: 'text',
          party: 'text',
          content: 'text',
          quantity: 'integer',
          cost: 'integer',
          'serials?': 'text',
          left: 'integer',
          leftCost: 'integer',
        },
      ],
      closing: { quantity: 'integer', cost: 'integer' },
    },
    async run(desk, { args, options }) {
      const { book, mask } = await desk.session();
      return book.read(async (reader) => {
        const item = await itemBy(reader, args[0] ?? '');
        const range = await rangeOf(reader, desk.today, options);
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const funds = await reader.funds();
        const filter = { item: item.id, ...(fund === undefined ? {} : { fund: fund.id }) };
        const all = await (await reader.goods()).moves(filter);
        const opening = holdingOn(all, dayBefore(range.from));
        let { quantity: left, cost: leftCost } = opening;
        const moves = all
          .filter(({ day }) => day >= range.from && day <= range.to)
          .map((move) => {
            left += move.quantity;
            leftCost = (leftCost + move.cost) as typeof leftCost;
            return {
              move: move.id,
              day: move.day,
              voucher: move.voucher,
              fund: funds.find((each) => each.id === move.fund)?.code ?? '',
              party: mask.text(move.party),
              content: mask.text(move.content),
              quantity: move.quantity,
              cost: move.cost,
              ...(move.serials === undefined ? {} : { serials: move.serials }),
              left,
              leftCost,
            };
          });
        const closing = { quantity: left, cost: leftCost };
        const table: Table = {
          name: 'goodsLedger',
          facts: { ...range, subject: item.code, measure: item.measure },
          columns: [
            { key: 'day', type: 'day' },
            { key: 'voucher', type: 'code' },
            { key: 'fund', type: 'code' },
            { key: 'party', type: 'person' },
            { key: 'content', type: 'text' },
            { key: 'quantity', type: 'count' },
            { key: 'cost', type: 'dong' },
            { key: 'left', type: 'count' },
            { key: 'leftCost', type: 'dong' },
          ],
          rows: [
            {
              kind: 'total',
              label: 'opening',
              cells: { left: opening.quantity, leftCost: opening.cost },
            },
            ...moves.map((cells) => ({ kind: 'line' as const, cells })),
            { kind: 'total', label: 'closing', cells: { left, leftCost } },
          ],
        };
        const data = { item: item.code, ...range, opening, moves, closing };
        return { data, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
