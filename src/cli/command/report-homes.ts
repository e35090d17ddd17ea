import { homesReported } from '../../usecase/report-homes.ts';
import { command } from '../command.ts';
import { code, count, day } from '../options.ts';
import { reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

const MONEY = { ours: 'integer', outside: 'integer', paid: 'integer', open: 'integer' } as const;

export const { start, commandFor } = starter(
  command({
    name: 'report homes',
    args: [],
    lists: true,
    options: { round: code('ROUND'), stalled: count('DAYS'), asOf: day() },
    examples: [
      'report homes -o tien-do-mai-am.pdf',
      'report homes --round mai-am-2024 --stalled 60 --as-of 30/06/2024 -o tien-do-mai-am.xlsx',
    ],
    answer: {
      asOf: 'day',
      houses: [
        {
          award: 'text',
          unit: 'text',
          stage: 'text',
          'since?': 'day',
          'age?': 'integer',
          stalled: 'boolean',
          ...MONEY,
        },
      ],
      stages: [{ stage: 'text', houses: 'integer', ...MONEY }],
    },
    run: (desk, { options: { round, stalled, asOf = desk.today } }) =>
      reportAnswer(desk, (reader) => homesReported(reader, { round, stalled, asOf })),
  }),
);
