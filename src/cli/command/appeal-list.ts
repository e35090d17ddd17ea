import { sum } from '../../domain/dong.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'appeal list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['appeal list'],
    answer: {
      asOf: 'day',
      appeals: [
        {
          code: 'text',
          name: 'text',
          fund: 'text',
          'shareFund?': 'text',
          'share?': 'integer',
          'goal?': 'integer',
          from: 'day',
          'due?': 'day',
          received: 'integer',
          remitted: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const treasury = await reader.treasury();
        const sums = await treasury.appealSums(asOf);
        const funds = await reader.funds();
        const codeOf = (id: number | undefined) => funds.find((each) => each.id === id)?.code;
        const appeals = (await treasury.appeals()).map(({ id: _, document: __, ...appeal }) => {
          const own = sums.filter((each) => each.appeal === appeal.code);
          return {
            ...appeal,
            fund: codeOf(appeal.fund) ?? '',
            shareFund: codeOf(appeal.shareFund),
            received: sum(own.map((each) => each.received)),
            remitted: sum(own.map((each) => each.remitted)),
          };
        });
        const table: Table = {
          name: 'appeals',
          facts: { asOf },
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'text' },
            { key: 'fund', type: 'code' },
            { key: 'shareFund', type: 'code' },
            { key: 'share', type: 'count' },
            { key: 'from', type: 'day' },
            { key: 'due', type: 'day' },
            { key: 'goal', type: 'dong' },
            { key: 'received', type: 'dong' },
            { key: 'remitted', type: 'dong' },
          ],
          rows: appeals.map((cells) => ({ kind: 'line', cells })),
        };
        return { data: { asOf, appeals }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
