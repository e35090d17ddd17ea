import { closeUnit } from '../../usecase/unit-end.ts';
import { command } from '../command.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';
import { LEFT_OPEN, leftOpenWarnings } from '../unit-options.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit close',
    writes: 'asked',
    args: ['code'],
    options: { on: needed(day()), successor: code('UNIT'), document: text('NO') },
    examples: ['unit close TTYTH --on 30/06/2024 --successor BVDK --document 12/QĐ-CĐYT'],
    answer: {
      code: 'text',
      on: 'day',
      'successor?': 'text',
      moved: 'integer',
      members: 'integer',
      open: LEFT_OPEN,
    },
    async run(desk, { args, options }) {
      const data = await closeUnit(await desk.session(), { code: args[0] ?? '', ...options });
      return {
        data,
        text: (m) => m.done.unitClosed(data),
        warnings: leftOpenWarnings(data.open, data.successor ?? ''),
      };
    },
  }),
);
