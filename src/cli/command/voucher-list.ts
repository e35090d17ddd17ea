import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'voucher list',
    lists: true,
    args: [],
    options: PERIOD,
    reveals: true,
    examples: ['voucher list --period 2024-01'],
    answer: {
      from: 'day',
      to: 'day',
      vouchers: [
        {
          code: 'text',
          day: 'day',
          content: 'text',
          entries: 'integer',
          amount: 'integer',
          cancelled: 'boolean',
        },
      ],
    },
    async run(desk, { options }) {
      const { book, mask } = await desk.session();
      return book.read(async (reader) => {
        const range = await rangeOf(reader, desk.today, options);
        const vouchers = (await reader.vouchers(range)).map(
          ({ code, day, wording, entries, amount, cancelled }) => ({
            code,
            day,
            content: mask.text(wording.content),
            entries,
            amount,
            cancelled,
          }),
        );
        const table: Table = {
          name: 'vouchers',
          facts: range,
          columns: [
            { key: 'voucher', type: 'code' },
            { key: 'day', type: 'day' },
            { key: 'content', type: 'text' },
            { key: 'amount', type: 'dong' },
            { key: 'state', type: 'code' },
          ],
          rows: vouchers.map(({ code, cancelled, ...cells }) => ({
            kind: 'line',
            cells: { ...cells, voucher: code, state: cancelled ? desk.m.values['cancelled'] : '' },
          })),
        };
        return { data: { ...range, vouchers }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
