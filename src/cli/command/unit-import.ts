import { importUnits } from '../../usecase/unit-import.ts';
import { command } from '../command.ts';
import { openGiven, previewed, SHEET } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit import',
    args: ['file'],
    options: SHEET,
    examples: ['unit import don-vi.csv'],
    answer: {
      rows: 'integer',
      accepted: 'integer',
      rejected: 'integer',
      duplicates: 'integer',
      document: 'text',
    },
    async run(desk, { args, options }) {
      const list = await openGiven(desk, args[0], options.sheet);
      const data = await previewed(
        desk,
        (session) => importUnits(session, list),
        (answer) => desk.m.done.imported(answer),
      );
      return { data, text: (m) => m.done.imported(data) };
    },
  }),
);
