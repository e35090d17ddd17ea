import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { unitsListed } from '../../usecase/unit-list.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit list',
    lists: true,
    args: [],
    options: { on: day() },
    examples: ['unit list', 'unit list --on 31/12/2024'],
    answer: {
      units: [
        {
          code: 'text',
          name: 'text',
          kind: 'text',
          'parent?': 'text',
          members: 'integer',
          'ended?': 'day',
          'into?': ['text'] as const,
        },
      ],
    },
    async run(desk, { options: { on } }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const units = await unitsListed(reader, on);
        const ended = units.some((unit) => unit.ended !== undefined);
        const table: Table = {
          name: 'units',
          facts: {},
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'text' },
            { key: 'kind', type: 'code' },
            { key: 'parent', type: 'code' },
            { key: 'members', type: 'count' },
            ...(ended
              ? ([
                  { key: 'endedOn', type: 'day' },
                  { key: 'successor', type: 'text' },
                ] as const)
              : []),
          ],
          rows: units.map(({ into, ...unit }) => ({
            kind: 'line',
            cells: {
              ...unit,
              endedOn: unit.ended,
              kind: desk.m.values[unit.kind],
              successor: into?.join(', '),
            },
          })),
        };
        return { data: { units }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
