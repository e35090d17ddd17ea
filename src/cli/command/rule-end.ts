import { endRule } from '../../usecase/rule-change.ts';
import { command } from '../command.ts';
import { day, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'rule end',
    writes: 'asked',
    args: ['code'],
    options: { on: needed(day()) },
    examples: ['rule end home.years --on 31/12/2024'],
    answer: { code: 'text', to: 'day' },
    async run(desk, { args, options }) {
      const data = await endRule(await desk.session(), args[0] ?? '', options.on);
      return { data, text: (m) => m.done.ruleEnded(data) };
    },
  }),
);
