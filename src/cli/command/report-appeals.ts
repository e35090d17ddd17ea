import { appealsReported } from '../../usecase/report-appeals.ts';
import { command } from '../command.ts';
import { choice, code, day, otherwise } from '../options.ts';
import { reportAnswer } from '../reports.ts';
import { APPEAL_STANDING } from '../shapes.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report appeals',
    args: [],
    lists: true,
    options: { appeal: code('APPEAL'), tree: otherwise(choice('old', 'new'), 'old'), asOf: day() },
    examples: [
      'report appeals --appeal baolu-2024 -o ket-qua-van-dong.pdf',
      'report appeals --as-of 30/06/2024 -o cac-dot-van-dong.xlsx',
      'report appeals --appeal baolu-2024 --tree new -o theo-don-vi-moi.pdf',
    ],
    answer: {
      asOf: 'day',
      tree: 'text',
      appeals: [
        {
          code: 'text',
          units: [{ unit: 'text', 'own?': APPEAL_STANDING, all: APPEAL_STANDING }],
          noUnit: 'integer',
          received: 'integer',
          'goal?': 'integer',
          own: 'integer',
          held: 'integer',
          remitted: 'integer',
          owed: 'integer',
        },
      ],
    },
    run: (desk, { options: { appeal, tree, asOf = desk.today } }) =>
      reportAnswer(desk, (reader) => appealsReported(reader, { appeal, tree, asOf })),
  }),
);
