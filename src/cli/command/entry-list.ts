import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { entryData } from '../entries.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry list',
    lists: true,
    args: [],
    options: { ...PERIOD, fund: code('FUND') },
    reveals: true,
    examples: ['entry list --period 2024-01 --fund MAIAM'],
    answer: { from: 'day', to: 'day', entries: ['any'] },
    async run(desk, { options }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const range = await rangeOf(reader, desk.today, options);
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const entries = (await reader.entries({ ...range, fund })).map((entry) =>
          entryData(entry, session.mask),
        );
        const table: Table = {
          name: 'entries',
          facts: range,
          columns: [
            { key: 'entry', type: 'count' },
            { key: 'day', type: 'day' },
            { key: 'voucher', type: 'code' },
            { key: 'party', type: 'person' },
            { key: 'content', type: 'text' },
            { key: 'amount', type: 'dong' },
          ],
          rows: entries.map((entry) => ({
            kind: 'line',
            cells: {
              entry: entry.entry,
              day: entry.bookedOn,
              voucher: entry.voucher,
              party: entry.party,
              content: entry.content,
              amount: entry.postings
                .filter((posting) => posting.side === 'debit' && posting.fund === entry.postings[0]?.fund)
                .reduce((sum, posting) => sum + posting.amount, 0),
            },
          })),
        };
        return { data: { ...range, entries }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
