import { importRules } from '../../usecase/rule-change.ts';
import { command } from '../command.ts';
import { importedRows, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'rule import',
    writes: 'asked',
    args: ['file'],
    options: LIST,
    examples: ['rule import quy-che-2025.xlsx'],
    answer: IMPORTED,
    run: (desk, { args, options }) => importedRows(desk, args[0] ?? '', options, importRules),
  }),
);
