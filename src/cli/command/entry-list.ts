import type { Mask } from '../../domain/mask.ts';
import type { Row, Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import type { EntryView } from '../../usecase/port/entries.ts';
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
        const rows = async () => dataOf(await reader.eachEntry({ ...range, fund }), session.mask);
        if (desk.takes !== undefined)
          return desk.takes({
            key: 'entries',
            rest: () => Promise.resolve(range),
            rows,
            columns: () => Promise.resolve(COLUMNS),
            cells: cellsOf,
          });
        const entries = [...(await rows())];
        const table: Table = {
          name: 'entries',
          facts: range,
          columns: COLUMNS,
          rows: entries.map((entry) => ({ kind: 'line', cells: cellsOf(entry) })),
        };
        return { data: { ...range, entries }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);

type EntryData = ReturnType<typeof entryData>;

const COLUMNS: Table['columns'] = [
  { key: 'entry', type: 'count' },
  { key: 'day', type: 'day' },
  { key: 'voucher', type: 'code' },
  { key: 'party', type: 'person' },
  { key: 'content', type: 'text' },
  { key: 'amount', type: 'dong' },
];

function* dataOf(entries: Iterable<EntryView>, mask: Mask): Iterable<EntryData> {
  for (const entry of entries) yield entryData(entry, mask);
}

function cellsOf({ entry, bookedOn, voucher, party, content, postings }: EntryData): Row['cells'] {
  const amount = postings
    .filter((posting) => posting.side === 'debit' && posting.fund === postings[0]?.fund)
    .reduce((sum, posting) => sum + posting.amount, 0);
  return { entry, day: bookedOn, voucher, party, content, amount };
}
