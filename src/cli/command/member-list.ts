import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { unitBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { code, day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member list',
    lists: true,
    args: [],
    options: { unit: code('UNIT'), asOf: day() },
    examples: ['member list --unit BVDK', 'member list --as-of 31/12/2024 --format csv'],
    answer: { members: [{ code: 'text', name: 'text', unit: 'text', kind: 'text', state: 'text' }] },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const units = new Map((await reader.units()).map((unit) => [unit.id, unit.code]));
        const filter = options.unit === undefined ? {} : { unit: (await unitBy(reader, options.unit)).id };
        const states = await (await reader.persons()).statesOn(options.asOf ?? desk.today);
        const members = (await reader.beneficiaries(filter)).map(({ id, code: own, name, unit, kind }) => ({
          code: own,
          name,
          unit: units.get(unit) ?? '',
          kind,
          state: states.get(id) ?? 'active',
        }));
        const table: Table = {
          name: 'members',
          facts: {},
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'person' },
            { key: 'unit', type: 'code' },
            { key: 'state', type: 'text' },
          ],
          rows: members.map(({ kind, state, ...cells }) => {
            // Relatives and workers are no members: being active says nothing of them.
            const is = state === 'active' ? kind : state;
            return { kind: 'line', cells: { ...cells, state: desk.m.values[`is.${is}`] } };
          }),
        };
        return { data: { members }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
