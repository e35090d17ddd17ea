import { incomeBook } from '../../report/papers/s82.ts';
import { command } from '../command.ts';
import { FINAL_OPTIONS, FINAL_SHAPE, writeFinal } from '../final-accounts.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report s82',
    args: [],
    options: FINAL_OPTIONS,
    examples: [
      'report s82 --year 2024 -o so-thu-chi-2024.xlsx',
      'report s82 --year 2024 --fund TCCD --codes ma-muc.json -o so-thu-chi-2024.pdf',
    ],
    answer: FINAL_SHAPE,
    run: (desk, { options }) => writeFinal(desk, options, incomeBook),
  }),
);
