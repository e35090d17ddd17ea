import { PURPOSES } from '../../domain/fund.ts';
import { addFund } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, many, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'fund add',
    args: ['code'],
    options: {
      name: needed(text('NAME')),
      kind: otherwise(choice('own', 'held'), 'own'),
      owner: otherwise(text('NAME'), ''),
      pays: many(PURPOSES.join('|'), (typed) => PURPOSES.find((each) => each === typed)),
    },
    examples: ['fund add TAMLONG --name "Quỹ Tấm lòng vàng" --pays hardship gift'],
    answer: { code: 'text', name: 'text', kind: 'text', owner: 'text', purposes: ['text'] },
    async run(desk, { args, options }) {
      const { kind, name, owner, pays: purposes } = options;
      const fund = await addFund(await desk.session(), { code: args[0] ?? '', name, kind, owner, purposes });
      const { id: _, ...data } = fund;
      return { data, text: (m) => m.done.added({ noun: 'fund', code: fund.code }) };
    },
  }),
);
