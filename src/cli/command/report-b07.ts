import { settlementReport } from '../../report/papers/b07.ts';
import { command } from '../command.ts';
import { FINAL_OPTIONS, FINAL_SHAPE, writeFinal } from '../final-accounts.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report b07',
    args: [],
    options: FINAL_OPTIONS,
    examples: [
      'report b07 --year 2024 -o quyet-toan-2024.xlsx',
      'report b07 --year 2024 --fund TCCD --codes ma-muc.json -o quyet-toan-2024.pdf',
    ],
    answer: FINAL_SHAPE,
    run: (desk, { options }) => writeFinal(desk, options, settlementReport),
  }),
);
