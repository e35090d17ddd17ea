import { setStatus } from '../../usecase/member.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member status',
    writes: 'plain',
    args: ['code'],
    options: {
      is: needed(choice('active', 'paused', 'retired', 'left', 'died')),
      on: needed(day()),
      document: text('NO'),
    },
    examples: ['member status TV0123 --is retired --on 01/07/2024 --document 45/QĐ-SYT'],
    answer: { code: 'text', is: 'text', on: 'day' },
    async run(desk, { args, options }) {
      const data = await setStatus(await desk.session(), args[0] ?? '', options);
      return { data, text: (m) => m.done.statusSet(data) };
    },
  }),
);
