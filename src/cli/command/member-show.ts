import { renderTable } from '../../render/text.ts';
import { personTable } from '../../report/person.ts';
import { personReport } from '../../usecase/member-show.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member show',
    lists: true,
    rows: ['awards'],
    args: ['code'],
    options: {},
    reveals: true,
    examples: [
      'member show DV0123',
      'member show DV0123 --format csv',
      'member show DV0123 --reveal "Đối chiếu CCCD theo công văn của LĐLĐ"',
    ],
    answer: {
      code: 'text',
      name: 'text',
      unit: 'text',
      kind: 'text',
      state: 'text',
      'born?': 'text',
      'joined?': 'day',
      'staffNo?': 'text',
      'cardNo?': 'text',
      'relativeOf?': 'text',
      merged: ['text'],
      private: [{ field: 'text', value: 'text' }],
      statuses: [{ state: 'text', day: 'day', 'unit?': 'text', 'document?': 'text' }],
      awards: [
        {
          award: 'text',
          round: 'text',
          kind: 'text',
          category: 'text',
          stage: 'text',
          'decision?': 'text',
          'decidedOn?': 'day',
          total: 'integer',
          parts: [
            {
              line: 'integer',
              'payer?': 'text',
              'outside?': 'text',
              form: 'text',
              amount: 'integer',
              'paidOn?': 'day',
              'signedOn?': 'day',
              'returnedOn?': 'day',
            },
          ],
        },
      ],
      history: [{ kind: 'text', day: 'day', amount: 'integer', content: 'text' }],
      totals: [{ year: 'text', kind: 'text', times: 'integer', paid: 'integer' }],
      paid: 'integer',
    },
    async run(desk, { args }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const data = await personReport(reader, args[0] ?? '', session);
        const table = personTable(data, desk.m.values);
        return {
          data,
          table,
          text: (m, style) => {
            const said = m.done.person({
              ...data,
              kind: m.values[`is.${data.kind}`] ?? data.kind,
              state: m.values[`is.${data.state}`] ?? data.state,
            });
            return table.rows.length === 0 ? said : `${said}\n\n${renderTable(table, m, style)}`;
          },
        };
      });
    },
  }),
);
