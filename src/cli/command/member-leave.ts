import { leaveUnion } from '../../usecase/register-ends.ts';
import { command } from '../command.ts';
import { day, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member leave',
    writes: 'asked',
    args: ['code'],
    options: { on: needed(day()) },
    examples: ['member leave TV0123 --on 30/06/2024'],
    answer: { code: 'text', on: 'day' },
    async run(desk, { args, options }) {
      const data = await leaveUnion(await desk.session(), args[0] ?? '', options.on);
      return { data, text: (m) => m.done.left(data) };
    },
  }),
);
