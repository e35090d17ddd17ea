import { importUnits } from '../../usecase/unit-import.ts';
import { command } from '../command.ts';
import { openGiven, SHEET } from '../given.ts';
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
      const data = await importUnits(await desk.session(), await openGiven(desk, args[0], options.sheet));
      return { data, text: (m) => m.done.imported(data) };
    },
  }),
);
