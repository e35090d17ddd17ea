import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'donor list',
    lists: true,
    args: [],
    options: {},
    examples: ['donor list'],
    answer: { donors: [{ code: 'text', name: 'text', 'member?': 'text', 'unit?': 'text' }] },
    async run(desk) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const members = new Map((await reader.people()).map(({ id, code }) => [id, code]));
        const units = new Map((await reader.units()).map(({ id, code }) => [id, code]));
        const donors = (await reader.donors()).map(({ code, name, beneficiary, unit }) => ({
          code,
          name,
          ...(beneficiary === undefined ? {} : { member: members.get(beneficiary) ?? '' }),
          ...(unit === undefined ? {} : { unit: units.get(unit) ?? '' }),
        }));
        const table: Table = {
          name: 'donors',
          facts: {},
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'person' },
            { key: 'member', type: 'code' },
            { key: 'unit', type: 'code' },
          ],
          rows: donors.map((cells) => ({ kind: 'line', cells })),
        };
        return { data: { donors }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
