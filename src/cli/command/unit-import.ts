import { importUnits } from '../../usecase/unit-import.ts';
import { command } from '../command.ts';
import { IMPORTED, openGiven, previewed, SHEET } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit import',
    args: ['file'],
    options: SHEET,
    examples: ['unit import don-vi.csv'],
    answer: IMPORTED,
    async run(desk, { args, options }) {
      const list = await openGiven(desk, args[0], options.sheet);
      return previewed(desk, async (session) => {
        const data = await importUnits(session, list);
        return { data, text: (m) => m.done.imported(data) };
      });
    },
  }),
);
