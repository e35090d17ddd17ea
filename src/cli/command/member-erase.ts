import { refuse } from '../../domain/failure.ts';
import { eraseMember } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member erase',
    writes: { typed: ({ args }) => args[0] ?? '', question: (q, code) => q.erase({ code }) },
    args: ['code'],
    options: {},
    examples: ['member erase DV0123 --yes'],
    answer: { code: 'text' },
    async run(desk, { args }) {
      // What is erased is gone: somebody must have said so.
      if (!desk.yes && !desk.asks()) refuse('usage.missing', { option: '--yes' });
      const data = await eraseMember(await desk.session(), args[0] ?? '');
      return { data, text: (m) => m.done.erased(data) };
    },
  }),
);
