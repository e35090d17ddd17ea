import { eraseMember } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member erase',
    args: ['code'],
    options: {},
    examples: ['member erase DV0123'],
    answer: { code: 'text' },
    async run(desk, { args }) {
      await desk.confirm(desk.m.questions.confirm({ what: `member erase ${args[0] ?? ''}` }));
      const data = await eraseMember(await desk.session(), args[0] ?? '');
      return { data, text: (m) => m.done.erased(data) };
    },
  }),
);
