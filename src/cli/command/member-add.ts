import { addMember } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member add',
    args: [],
    options: {
      name: needed(text('NAME')),
      unit: needed(code('UNIT')),
      code: code('CODE'),
      kind: otherwise(choice('member', 'relative', 'worker'), 'member'),
    },
    examples: ['member add --name "Nguyễn Thị Hoa" --unit BVDK'],
    answer: { code: 'text' },
    async run(desk, { options }) {
      const data = await addMember(await desk.session(), options);
      return { data, text: (m) => m.done.added({ noun: 'member', code: data.code }) };
    },
  }),
);
