import { importRules } from '../../usecase/rule-change.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'rule import',
    args: ['file'],
    options: LIST,
    examples: ['rule import quy-che-2025.xlsx'],
    answer: IMPORTED,
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importRules(session, list);
        return { data, nothing: data.accepted === 0, text: (m) => m.done.imported(data) };
      }),
  }),
);
