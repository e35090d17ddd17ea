import { addPlace } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, code, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'place add',
    writes: 'plain',
    args: ['code'],
    options: { name: needed(text('NAME')), kind: needed(choice('cash', 'bank')), fund: code('FUND') },
    examples: ['place add bidv --name "Tài khoản BIDV" --kind bank --fund TCCD'],
    answer: { code: 'text', name: 'text', kind: 'text' },
    async run(desk, { args, options }) {
      const { id: _, ...data } = await addPlace(await desk.session(), {
        code: args[0] ?? '',
        name: options.name,
        kind: options.kind,
        homeFund: options.fund,
      });
      return { data, text: (m) => m.done.added({ noun: 'place', code: data.code }) };
    },
  }),
);
