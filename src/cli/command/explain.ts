import { explain } from '../../usecase/explain.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'explain',
    args: ['code'],
    options: {},
    examples: ['explain tet-2024/0001', 'explain PC-TET-2024-0001 --json'],
    answer: {
      awards: [
        {
          award: 'text',
          kind: 'text',
          round: 'text',
          unit: 'text',
          category: 'text',
          area: 'text',
          state: 'text',
          parts: [{ line: 'integer', payer: 'text', form: 'text', amount: 'integer' }],
          ours: 'integer',
          total: 'integer',
          'decision?': 'text',
          'decidedOn?': 'day',
          rules: [
            {
              rule: 'text',
              what: 'text',
              value: 'text',
              source: 'text',
              verified: 'boolean',
              force: 'text',
              found: 'text',
              result: 'text',
              'by?': 'text',
              'decision?': 'text',
            },
          ],
        },
      ],
      'voucher?': {
        code: 'text',
        total: 'integer',
        entries: [{ entry: 'integer', award: 'text', amount: 'integer' }],
      },
    },
    async run(desk, { args }) {
      const data = await explain(await desk.session(), args[0] ?? '');
      return {
        data,
        text: (m) =>
          [
            ...(data.voucher === undefined ? [] : [m.done.voucherExplained(data.voucher)]),
            ...data.awards.map((award) => m.done.awardExplained(award)),
          ].join('\n\n'),
      };
    },
  }),
);
