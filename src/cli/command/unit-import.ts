import { importUnits } from '../../usecase/unit-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit import',
    args: ['file'],
    options: LIST,
    examples: ['unit import don-vi.csv'],
    answer: IMPORTED,
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importUnits(session, list);
        return { data, nothing: data.accepted === 0, text: (m) => m.done.imported(data) };
      }),
  }),
);
