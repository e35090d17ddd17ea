import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { listRoles } from '../../usecase/roles.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'role list',
    lists: true,
    args: [],
    options: {},
    examples: ['role list'],
    answer: {
      roles: [
        {
          login: 'text',
          kind: 'text',
          all: 'boolean',
          'unit?': 'text',
          givenBy: 'text',
          givenAt: 'text',
          'endedBy?': 'text',
          'endedAt?': 'text',
        },
      ],
    },
    async run(desk) {
      const roles = await listRoles(await desk.session(), desk.bookPath);
      const table: Table = {
        name: 'roles',
        facts: {},
        columns: [
          { key: 'login', type: 'code' },
          { key: 'may', type: 'text' },
          { key: 'unit', type: 'code' },
          { key: 'givenBy', type: 'code' },
          { key: 'givenOn', type: 'day' },
          { key: 'endedOn', type: 'day' },
        ],
        rows: roles.map(({ login, kind, all, unit, givenBy, givenAt, endedAt }) => ({
          kind: 'line',
          cells: {
            login,
            may: desk.m.values[all ? 'may.lookAll' : `may.${kind}`],
            unit,
            givenBy,
            givenOn: givenAt.slice(0, 10),
            endedOn: endedAt?.slice(0, 10),
          },
        })),
      };
      return { data: { roles }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
