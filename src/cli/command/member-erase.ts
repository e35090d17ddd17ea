import { refuse } from '../../domain/failure.ts';
import { eraseMember } from '../../usecase/member-erase.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member erase',
    writes: { typed: ({ args }) => args[0] ?? '', question: (q, code) => q.erase({ code }) },
    // Numbers are looked for in people's words, to be taken out there too.
    private: true,
    args: ['code'],
    options: {},
    examples: ['member erase DV0123 --yes'],
    answer: {
      code: 'text',
      remains: [{ where: 'text', rows: 'integer', why: 'text', 'until?': 'day' }],
      officials: 'integer',
      unread: 'boolean',
      relatives: ['text'],
    },
    async run(desk, { args }) {
      // What is erased is gone: somebody must have said so.
      if (desk.globals.yes !== true && !desk.asks()) refuse('usage.missing', { option: '--yes' });
      const data = await eraseMember(await desk.session(), args[0] ?? '');
      return { data, text: (m) => m.done.erased(data) };
    },
  }),
);
