import { mergeMembers } from '../../usecase/member.ts';
import { command } from '../command.ts';
import { code, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member merge',
    writes: 'asked',
    args: ['code'],
    options: { into: needed(code('CODE')) },
    examples: ['member merge TV0456 --into TV0123'],
    answer: { code: 'text', into: 'text', awards: 'integer' },
    async run(desk, { args, options }) {
      const data = await mergeMembers(await desk.session(), args[0] ?? '', options.into);
      return { data, text: (m) => m.done.merged(data) };
    },
  }),
);
