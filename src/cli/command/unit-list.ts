import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit list',
    lists: true,
    args: [],
    options: {},
    examples: ['unit list'],
    answer: { units: [{ code: 'text', name: 'text', kind: 'text', 'parent?': 'text', members: 'integer' }] },
    async run(desk) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const all = await reader.units();
        const members = new Map<number, number>();
        for (const { unit, mergedInto } of await reader.people())
          if (mergedInto === undefined) members.set(unit, (members.get(unit) ?? 0) + 1);
        const units = all.map((unit) => {
          const parent = all.find((each) => each.id === unit.parent)?.code;
          const { id, code, name, kind } = unit;
          return {
            code,
            name,
            kind,
            ...(parent === undefined ? {} : { parent }),
            members: members.get(id) ?? 0,
          };
        });
        const table: Table = {
          name: 'units',
          facts: {},
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'text' },
            { key: 'kind', type: 'code' },
            { key: 'parent', type: 'code' },
            { key: 'members', type: 'count' },
          ],
          rows: units.map((unit) => ({ kind: 'line', cells: { ...unit, kind: desk.m.values[unit.kind] } })),
        };
        return { data: { units }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
