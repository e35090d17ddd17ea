import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { unitBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member list',
    args: [],
    options: { unit: code('UNIT') },
    examples: ['member list --unit BVDK'],
    answer: { members: [{ code: 'text', name: 'text', unit: 'text', kind: 'text' }] },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const units = await reader.units();
        const filter = options.unit === undefined ? {} : { unit: (await unitBy(reader, options.unit)).id };
        const members = (await reader.beneficiaries(filter)).map(({ code: own, name, unit, kind }) => ({
          code: own,
          name,
          unit: units.find((each) => each.id === unit)?.code ?? '',
          kind,
        }));
        const table: Table = {
          name: 'members',
          facts: {},
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'person' },
            { key: 'unit', type: 'code' },
          ],
          rows: members.map((cells) => ({ kind: 'line', cells })),
        };
        return { data: { members }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
