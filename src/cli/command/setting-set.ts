import { setSetting } from '../../usecase/setting.ts';
import { readTyped } from '../../intake/amount.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'setting set',
    writes: 'plain',
    args: ['name', 'value'],
    options: {},
    examples: [
      'setting set check.R12.limit 50.000.000',
      'setting set check.R13.order off',
      'setting set check.R05.days 60',
    ],
    answer: { name: 'text', value: 'text', isDefault: 'boolean' },
    async run(desk, { args }) {
      const [name = '', value = ''] = args;
      const data = await setSetting(await desk.session(), name, value.trim(), readTyped);
      return { data, text: (m) => m.done.set(data) };
    },
  }),
);
