import { refuse } from '../../domain/failure.ts';
import { PURPOSES } from '../../domain/fund.ts';
import { addFund } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, day, many, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'fund add',
    writes: 'plain',
    args: ['code'],
    options: {
      name: needed(text('NAME')),
      kind: choice('own', 'held'),
      owner: otherwise(text('NAME'), ''),
      remitBy: day(),
      pays: many(PURPOSES.join('|'), (typed) => PURPOSES.find((each) => each === typed)),
    },
    examples: [
      'fund add TAMLONG --name "Quỹ Tấm lòng vàng" --pays hardship gift',
      'fund add TINH --name "Thu hộ cấp trên" --owner "LĐLĐ tỉnh" --remit-by 31/05/2024',
    ],
    answer: {
      code: 'text',
      name: 'text',
      kind: 'text',
      owner: 'text',
      purposes: ['text'],
      'remitBy?': 'day',
    },
    async run(desk, { args, options }) {
      const { name, owner, remitBy, pays: purposes } = options;
      // Money that has another owner is held for it.
      const kind = options.kind ?? (owner === '' ? 'own' : 'held');
      if (kind === 'own' && owner !== '') refuse('usage.conflict', { options: ['--kind own', '--owner'] });
      const fund = await addFund(await desk.session(), {
        code: args[0] ?? '',
        name,
        kind,
        owner,
        purposes,
        remitBy,
      });
      const data = {
        code: fund.code,
        name: fund.name,
        kind: fund.kind,
        owner: fund.owner,
        purposes,
        remitBy,
      };
      return { data, text: (m) => m.done.added({ noun: 'fund', code: fund.code }) };
    },
  }),
);
