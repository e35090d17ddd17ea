import { linkEntry } from '../../usecase/entry-describe.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry link',
    writes: 'asked',
    args: ['entry'],
    options: { donor: code('DONOR|none'), unit: code('UNIT|none') },
    examples: ['entry link 128 --donor NHT001', 'entry link 128 --unit BVA --donor none'],
    answer: { entry: 'integer', donor: 'text', unit: 'text' },
    run: async (desk, { args, options }) => {
      const entry = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const data = await linkEntry(session, { entry, ...options });
      return { data, text: (m) => m.done.linked(data) };
    },
  }),
);
