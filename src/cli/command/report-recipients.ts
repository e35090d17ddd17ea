import { recipientsReported } from '../../usecase/report-recipients.ts';
import { command } from '../command.ts';
import { choice, otherwise } from '../options.ts';
import { GIVEN_SCOPE, reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report recipients',
    args: [],
    lists: true,
    options: { ...GIVEN_SCOPE, tree: otherwise(choice('old', 'new'), 'old') },
    examples: [
      'report recipients --period 2024 -o nguoi-duoc-cham-lo-2024.xlsx',
      'report recipients --period 2024-H1 --unit DH -o nguoi-duoc-cham-lo-dh.pdf',
      'report recipients --round tet-2024',
    ],
    answer: {
      asOf: 'day',
      tree: 'text',
      people: [
        {
          code: 'text',
          unit: 'text',
          awards: 'integer',
          programmes: { gift: 'integer', hardship: 'integer', visit: 'integer', home: 'integer' },
          sources: { own: 'integer', held: 'integer', outside: 'integer' },
          sum: 'integer',
        },
      ],
    },
    run: (desk, { options: { fund: funds, tree, ...scope } }) =>
      reportAnswer(desk, (reader) =>
        recipientsReported(reader, { ...scope, funds, tree, asOf: desk.today }, desk.today),
      ),
  }),
);
