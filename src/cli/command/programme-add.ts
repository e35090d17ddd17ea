import { PROGRAMME_KINDS } from '../../domain/award.ts';
import { addRound } from '../../usecase/round-add.ts';
import { command } from '../command.ts';
import { namedAmount } from '../amount-options.ts';
import { choice, day, many, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme add',
    args: ['code'],
    options: {
      kind: needed(choice(...PROGRAMME_KINDS)),
      name: needed(text('NAME')),
      on: needed(day()),
      level: many('CATEGORY=AMOUNT', namedAmount),
    },
    examples: [
      'programme add tet-2024 --kind gift --name "Tết Giáp Thìn 2024" --on 10/02/2024 --level HCKK=500.000 ĐBKK=1.000.000',
    ],
    answer: { code: 'text', kind: 'text', name: 'text', day: 'day' },
    async run(desk, { args, options }) {
      const levels = new Map(options.level.map(({ name, amount }) => [name, amount]));
      const input = { code: args[0] ?? '', kind: options.kind, name: options.name, on: options.on, levels };
      const { code, kind, name, day: on } = await addRound(await desk.session(), input);
      return { data: { code, kind, name, day: on }, text: (m) => m.done.added({ noun: 'round', code }) };
    },
  }),
);
