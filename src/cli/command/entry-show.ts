import { refuse } from '../../domain/failure.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { entryData } from '../entries.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry show',
    args: ['entry'],
    options: {},
    examples: ['entry show 128'],
    answer: {
      entry: 'integer',
      kind: 'text',
      bookedOn: 'day',
      'ownDay?': 'day',
      voucher: 'text',
      'clears?': 'integer',
      'due?': 'day',
      'reverses?': 'integer',
      'reversedBy?': 'integer',
      party: 'text',
      content: 'text',
      digest: 'text',
      postings: ['any'],
    },
    async run(desk, { args }) {
      const id = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const entry = await session.book.read((reader) => reader.entry(id));
      if (entry === undefined) return refuse('missing', { noun: 'entry', code: String(id) });
      const data = entryData(entry);
      const table: Table = {
        name: 'entries',
        facts: { from: entry.bookedOn, to: entry.bookedOn },
        columns: [
          { key: 'fund', type: 'code' },
          { key: 'account', type: 'code' },
          { key: 'place', type: 'code' },
          { key: 'debit', type: 'dong' },
          { key: 'credit', type: 'dong' },
        ],
        rows: data.postings.map((posting) => ({
          kind: 'line',
          cells: {
            fund: posting.fund,
            account: posting.account,
            place: posting.place,
            [posting.side]: posting.amount,
          },
        })),
      };
      const head = [`#${data.entry}`, data.voucher, data.party, data.content].filter(Boolean).join(' · ');
      return { data, table, text: (m, style) => `${head}\n${renderTable(table, m, style)}` };
    },
  }),
);
