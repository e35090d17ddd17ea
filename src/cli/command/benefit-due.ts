import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { dueBenefits } from '../../usecase/benefit-due.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} due`,
    lists: true,
    args: [],
    options: { on: day() },
    examples: [`${kind} due`, `${kind} due --on 31/03/2024`],
    answer: {
      on: 'day',
      cases: 'integer',
      parts: 'integer',
      total: 'integer',
      overdue: { parts: 'integer', total: 'integer' },
      rows: [
        {
          case: 'text',
          member: 'text',
          name: 'text',
          unit: 'text',
          round: 'text',
          part: 'integer',
          due: 'day',
          payer: 'text',
          amount: 'integer',
          overdue: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const data = await dueBenefits(await desk.session(), kind, options.on ?? desk.today);
      const table: Table = {
        name: 'dueParts',
        facts: { asOf: data.on },
        columns: [
          { key: 'code', type: 'code' },
          { key: 'part', type: 'count' },
          { key: 'member', type: 'code' },
          { key: 'name', type: 'person' },
          { key: 'unit', type: 'code' },
          { key: 'due', type: 'day' },
          { key: 'daysLate', type: 'count' },
          { key: 'payer', type: 'code' },
          { key: 'amount', type: 'dong' },
        ],
        rows: [
          ...data.rows.map(({ case: code, overdue, ...row }) => ({
            kind: 'line' as const,
            cells: { ...row, code, daysLate: overdue === 0 ? undefined : overdue },
          })),
          { kind: 'total', label: 'total', cells: { amount: data.total } },
        ],
      };
      return {
        data,
        table,
        text: (m, style) =>
          [...(data.rows.length === 0 ? [] : [renderTable(table, m, style)]), m.done.dueParts(data)].join(
            '\n',
          ),
      };
    },
    next: ({ rows }) => {
      const [first] = rows;
      return first === undefined ? [] : [`phucloi ${kind} pay --case ${first.case} --from … --on …`];
    },
  }),
);
