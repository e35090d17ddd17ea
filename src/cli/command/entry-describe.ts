import { describeEntry } from '../../usecase/entry-describe.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry describe',
    writes: 'asked',
    args: ['entry'],
    options: { content: text(), party: text('NAME'), reason: needed(text('REASON')) },
    examples: ['entry describe 128 --content "Thuê xe chở quà lên Bản Lầu" --reason "Ghi thiếu nơi đến"'],
    answer: { entry: 'integer', party: 'text', content: 'text' },
    run: async (desk, { args, options }) => {
      const entry = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const data = await describeEntry(session, { entry, ...options });
      return { data, text: (m) => m.done.described(data) };
    },
  }),
);
