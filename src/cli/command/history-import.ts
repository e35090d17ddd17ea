import { importHistory } from '../../usecase/history-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'history import',
    writes: 'asked',
    args: ['file'],
    options: LIST,
    examples: ['history import ho-tro-truoc-2024.xlsx'],
    answer: IMPORTED,
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importHistory(session, list);
        return { data, nothing: data.accepted === 0, text: (m) => m.done.history(data) };
      }),
  }),
);
