import { moveMember } from '../../usecase/member.ts';
import { command } from '../command.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member move',
    writes: 'plain',
    args: ['code'],
    options: { to: needed(code('UNIT')), on: needed(day()), document: text('NO') },
    examples: ['member move TV0123 --to BVDK --on 01/07/2024'],
    answer: { code: 'text', from: 'text', to: 'text', on: 'day' },
    async run(desk, { args, options }) {
      const data = await moveMember(await desk.session(), args[0] ?? '', options);
      return { data, text: (m) => m.done.memberMoved(data) };
    },
  }),
);
