import { refuse } from '../../domain/failure.ts';
import { PURPOSES } from '../../domain/fund.ts';
import { changePurpose } from '../../usecase/fund-purpose.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'fund purpose',
    writes: 'asked',
    args: ['fund'],
    options: {
      add: choice(...PURPOSES),
      from: day(),
      end: choice(...PURPOSES),
      to: day(),
      document: needed(text('NO')),
    },
    examples: [
      'fund purpose MAIAM --add hardship --from 01/07/2024 --document 09/NQ-BCH',
      'fund purpose MAIAM --end hardship --to 31/12/2024 --document 21/NQ-BCH',
    ],
    answer: { fund: 'text', purposes: ['text'] },
    async run(desk, { args, options }) {
      const { add, end, from, to, document } = options;
      if (add !== undefined && end !== undefined) refuse('usage.conflict', { options: ['--add', '--end'] });
      const [change, purpose, on] =
        add === undefined ? (['end', end, to] as const) : (['add', add, from] as const);
      if (purpose === undefined) return refuse('usage.missing', { option: '--add | --end' });
      if (on === undefined) return refuse('usage.missing', { option: change === 'add' ? '--from' : '--to' });
      const fund = args[0] ?? '';
      const data = await changePurpose(await desk.session(), { fund, change, purpose, day: on, document });
      const purposes = data.purposes.map((each) => desk.m.values[each] ?? each);
      return { data, text: (m) => m.done.purposes({ ...data, purposes }) };
    },
  }),
);
