import { setRound } from '../../usecase/round-set.ts';
import { command } from '../command.ts';
import { namedAmount } from '../amount-options.ts';
import { code, day, many, text } from '../options.ts';
import { POLICY_CHANGES, ROUND, roundData } from '../round-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme set',
    writes: 'asked',
    args: ['round'],
    options: {
      name: text('NAME'),
      on: day(),
      level: many('CATEGORY=AMOUNT', namedAmount),
      ...POLICY_CHANGES,
      fromRound: code('ROUND'),
    },
    examples: [
      'programme set tet-2026 --list-by 15/01/2026 --twice part',
      'programme set tet-2026 --cut-off none --level HCKK=600.000',
    ],
    answer: ROUND,
    async run(desk, { args, options }) {
      const { level, fromRound, standing, ...given } = options;
      const session = await desk.session();
      const round = await setRound(session, args[0] ?? '', {
        ...given,
        standing: standing === undefined ? undefined : { value: standing === 'none' ? undefined : standing },
        levels: new Map(level.map(({ name, amount }) => [name, amount])),
        from: fromRound,
      });
      const data = roundData(round, await session.book.read((reader) => reader.rounds()));
      return { data, text: (m) => m.done.roundSet(data) };
    },
  }),
);
