import { addDonor } from '../../usecase/donor.ts';
import { command } from '../command.ts';
import { code, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'donor add',
    writes: 'plain',
    args: [],
    options: { name: needed(text('NAME')), code: code('CODE') },
    examples: ['donor add --name "Công ty Dược Nam Sơn"', 'donor add --name "Hội Chữ thập đỏ" --code HCTD'],
    answer: { code: 'text' },
    async run(desk, { options }) {
      const data = await addDonor(await desk.session(), options);
      return { data, text: (m) => m.done.added({ noun: 'donor', code: data.code }) };
    },
  }),
);
