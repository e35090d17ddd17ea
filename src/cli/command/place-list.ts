import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'place list',
    lists: true,
    args: [],
    options: {},
    examples: ['place list'],
    answer: { places: [{ code: 'text', name: 'text', kind: 'text' }] },
    async run(desk) {
      const { book } = await desk.session();
      const places = (await book.read((reader) => reader.places())).map(({ id: _, ...place }) => place);
      const table: Table = {
        name: 'places',
        facts: {},
        columns: [
          { key: 'code', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'kind', type: 'code' },
        ],
        rows: places.map((place) => ({
          kind: 'line',
          cells: { ...place, kind: desk.m.values[place.kind] },
        })),
      };
      return { data: { places }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
