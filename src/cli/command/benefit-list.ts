import { totalOf } from '../../domain/award.ts';
import { awardStage } from '../../domain/award.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { roundOf } from '../../usecase/round-add.ts';
import { command } from '../command.ts';
import { code, needed } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} list`,
    args: [],
    options: { round: needed(code('ROUND')) },
    examples: [`${kind} list --round ${ROUNDS[kind]}`],
    answer: {
      round: 'text',
      awards: [
        {
          code: 'text',
          member: 'text',
          name: 'text',
          unit: 'text',
          category: 'text',
          state: 'text',
          total: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const round = await roundOf(reader, kind, options.round);
        const awards = (await reader.awards({ round: round.id })).map((award) => ({
          code: award.code,
          member: award.beneficiary.code,
          name: award.beneficiaryName,
          unit: award.unit.code,
          category: award.category,
          state: awardStage(award),
          total: totalOf(award.parts),
        }));
        const table: Table = {
          name: 'awards',
          facts: { round: round.code },
          columns: [
            { key: 'code', type: 'code' },
            { key: 'name', type: 'person' },
            { key: 'unit', type: 'code' },
            { key: 'category', type: 'text' },
            { key: 'state', type: 'text' },
            { key: 'total', type: 'dong' },
          ],
          rows: awards.map((cells) => ({
            kind: 'line',
            cells: { ...cells, state: desk.m.values[cells.state] },
          })),
        };
        return {
          data: { round: round.code, awards },
          table,
          text: (m, style) => renderTable(table, m, style),
        };
      });
    },
  }),
);
