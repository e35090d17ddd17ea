import { undoOperation } from '../../usecase/operation-undo.ts';
import { refuse } from '../../domain/failure.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'operation undo',
    writes: 'asked',
    args: ['operation'],
    options: { reason: needed(text('TEXT')) },
    examples: ['operation undo 12 --reason "nhập nhầm quỹ"'],
    answer: {
      operation: 'integer',
      command: 'text',
      documents: ['text'],
      reversed: 'integer',
      lines: 'integer',
      awards: 'integer',
      members: 'integer',
      units: 'integer',
      'moved?': 'integer',
      'placed?': 'integer',
      vouchers: ['text'],
    },
    run: async (desk, { args, options }) => {
      const typed = args[0] ?? '';
      if (!/^\d{1,9}$/.test(typed))
        refuse('usage.value', { option: 'OPERATION', given: typed, expected: '12' });
      const session = await desk.session();
      const data = await undoOperation(session, Number(typed), options.reason);
      return { data, text: (m) => m.done.undone(data) };
    },
    next: () => ['phucloi operation list'],
  }),
);
