import { closeUnit } from '../../usecase/register-ends.ts';
import { command } from '../command.ts';
import { code, day, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit close',
    writes: 'asked',
    args: ['code'],
    options: { on: needed(day()), successor: code('UNIT') },
    examples: ['unit close TTYTH --on 30/06/2024 --successor BVDK'],
    answer: { code: 'text', on: 'day', 'successor?': 'text', members: 'integer' },
    async run(desk, { args, options }) {
      const { on, successor } = options;
      const data = await closeUnit(await desk.session(), { code: args[0] ?? '', on, successor });
      return { data, text: (m) => m.done.unitClosed(data) };
    },
  }),
);
