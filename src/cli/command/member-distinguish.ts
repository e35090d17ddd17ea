import { distinguish } from '../../usecase/member.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member distinguish',
    writes: 'plain',
    args: ['code', 'other'],
    options: { by: needed(text('NAME')), reason: needed(text('REASON')) },
    examples: [
      'member distinguish TV0123 TV0456 --by "Nguyễn Văn An" --reason "Hai mẹ con dùng chung số điện thoại"',
    ],
    answer: { code: 'text', other: 'text' },
    async run(desk, { args, options }) {
      const other = args[1] ?? '';
      const data = await distinguish(await desk.session(), args[0] ?? '', { ...options, other });
      return { data, text: (m) => m.done.toldApart(data) };
    },
  }),
);
