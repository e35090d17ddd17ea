import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { retention } from '../../usecase/report-retention.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report retention',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['report retention', 'report retention --as-of 31/12/2029', 'report retention -o het-han.xlsx'],
    answer: {
      asOf: 'day',
      keeps: { people: 'integer', vouchers: 'integer' },
      people: [
        {
          code: 'text',
          name: 'text',
          unit: 'text',
          kind: 'text',
          state: 'text',
          last: 'day',
          'until?': 'day',
          fields: 'integer',
          due: 'boolean',
        },
      ],
      years: [{ year: 'integer', vouchers: 'integer', statements: 'integer', until: 'day', due: 'boolean' }],
    },
    async run(desk, { options: { asOf = desk.today } }) {
      const { book } = await desk.session();
      const data = await book.read((reader) => retention(reader, asOf));
      const { values } = desk.m;
      const standing = (due: boolean) => values[due ? 'retention.due' : 'retention.kept'];
      const people: Table = {
        name: 'retainedPeople',
        facts: { asOf },
        columns: [
          { key: 'code', type: 'code' },
          { key: 'name', type: 'person' },
          { key: 'unit', type: 'code' },
          { key: 'is', type: 'text' },
          { key: 'last', type: 'day' },
          { key: 'until', type: 'day' },
          { key: 'fields', type: 'count' },
          { key: 'state', type: 'text' },
        ],
        rows: data.people.map(({ kind, state, due, until, ...cells }) => ({
          kind: 'line',
          cells: {
            ...cells,
            is: values[`is.${kind === 'member' ? state : kind}`],
            until,
            state: until === undefined ? values['retention.open'] : standing(due),
          },
        })),
      };
      const years: Table = {
        name: 'retainedYears',
        facts: { asOf },
        columns: [
          { key: 'year', type: 'count' },
          { key: 'vouchers', type: 'count' },
          { key: 'statements', type: 'count' },
          { key: 'until', type: 'day' },
          { key: 'state', type: 'text' },
        ],
        rows: data.years.map(({ due, ...cells }) => ({
          kind: 'line',
          cells: { ...cells, state: standing(due) },
        })),
      };
      return {
        data,
        table: people,
        text: (m, style) =>
          [
            ...[people, years]
              .filter(({ rows }) => rows.length > 0)
              .map((table) => renderTable(table, m, style)),
            m.done.retained({ ...data.keeps, nobody: data.people.length === 0 }),
          ].join('\n'),
      };
    },
    next: ({ people }) =>
      people
        .filter(({ due }) => due)
        .slice(0, 1)
        .map(({ code }) => `phucloi member erase ${code}`),
  }),
);
