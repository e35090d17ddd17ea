import { importOpening } from '../../usecase/opening-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { starter } from '../starter.ts';

const { acceptGood: _, ...reading } = LIST;

export const { start, commandFor } = starter(
  command({
    name: 'opening import',
    writes: 'asked',
    args: ['file'],
    options: reading,
    examples: ['opening import dau-ky.xlsx'],
    answer: {
      ...IMPORTED,
      day: 'day',
      entries: 'integer',
      own: 'integer',
      held: 'integer',
      advances: 'integer',
      loans: 'integer',
      awards: 'integer',
      goods: 'integer',
    },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importOpening(session, list);
        return {
          data,
          nothing: data.accepted === 0,
          text: (m) => (data.accepted === 0 ? m.done.imported(data) : m.done.openedBook(data)),
        };
      }),
    next: () => ['phucloi balance'],
  }),
);
