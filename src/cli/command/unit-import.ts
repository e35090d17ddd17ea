import { importUnits } from '../../usecase/unit-import.ts';
import { command } from '../command.ts';
import { importedRows, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit import',
    writes: 'asked',
    args: ['file'],
    options: LIST,
    examples: ['unit import don-vi.csv'],
    answer: IMPORTED,
    run: (desk, { args, options }) => importedRows(desk, args[0] ?? '', options, importUnits),
    next: () => ['phucloi member import …'],
  }),
);
