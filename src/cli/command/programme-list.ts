import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme list',
    args: [],
    options: {},
    examples: ['programme list'],
    answer: { rounds: [{ code: 'text', kind: 'text', name: 'text', day: 'day' }] },
    async run(desk) {
      const { book } = await desk.session();
      const rounds = (await book.read((reader) => reader.rounds())).map(({ code, kind, name, day }) => ({
        code,
        kind,
        name,
        day,
      }));
      const table: Table = {
        name: 'rounds',
        facts: {},
        columns: [
          { key: 'code', type: 'code' },
          { key: 'kind', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'day', type: 'day' },
        ],
        rows: rounds.map((round) => ({ kind: 'line', cells: { ...round, kind: desk.m.values[round.kind] } })),
      };
      return { data: { rounds }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
