import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'officer list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['officer list', 'officer list --as-of 31/01/2024'],
    answer: { asOf: 'day', officers: [{ role: 'text', name: 'text', from: 'day', 'to?': 'day' }] },
    async run(desk, { options }) {
      const { book } = await desk.session();
      const asOf = options.asOf ?? desk.today;
      const officers = await book.read((reader) => reader.officers(asOf));
      const shown = officers.map(({ role, name, from, to }) => ({
        role,
        name,
        from,
        ...(to === undefined ? {} : { to }),
      }));
      const table: Table = {
        name: 'officers',
        facts: { asOf },
        columns: [
          { key: 'role', type: 'text' },
          { key: 'name', type: 'person' },
          { key: 'from', type: 'day' },
          { key: 'to', type: 'day' },
        ],
        rows: shown.map((officer) => ({
          kind: 'line',
          cells: { ...officer, role: desk.m.values[officer.role] ?? officer.role },
        })),
      };
      return { data: { asOf, officers: shown }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
