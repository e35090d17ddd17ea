import { PROGRAMME_KINDS } from '../../domain/award.ts';
import { TET_YEARS } from '../../domain/lunar.ts';
import { addRound } from '../../usecase/round-add.ts';
import { command } from '../command.ts';
import { namedAmount } from '../amount-options.ts';
import { choice, code, day, many, needed, one, reader, text } from '../options.ts';
import { POLICY } from '../round-options.ts';
import { starter } from '../starter.ts';

/** A lunar year that the table of Tet holds. */
const tetYear = one<number>(
  'YEAR',
  reader((typed) => {
    const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
    return year >= TET_YEARS.first && year <= TET_YEARS.last ? year : undefined;
  }, `${TET_YEARS.first} … ${TET_YEARS.last}`),
);

export const { start, commandFor } = starter(
  command({
    name: 'programme add',
    writes: 'plain',
    args: ['code'],
    options: {
      kind: needed(choice(...PROGRAMME_KINDS)),
      tet: tetYear,
      name: text('NAME'),
      on: day(),
      level: many('CATEGORY=AMOUNT', namedAmount),
      ...POLICY,
      fromRound: code('ROUND'),
    },
    examples: [
      'programme add tet-2024 --kind gift --name "Tết Giáp Thìn 2024" --on 10/02/2024 --level HCKK=500.000 ĐBKK=1.000.000',
      'programme add tet-2026 --kind gift --tet 2026 --cut-off 31/12/2025 --list-by 10/01/2026 --pay-by 05/02/2026 --sign-by 28/02/2026 --from-round tet-2025',
      'programme add trung-thu-2026 --kind gift --name "Trung thu 2026" --on 25/09/2026 --level "con đoàn viên=200.000"',
    ],
    answer: { code: 'text', kind: 'text', name: 'text', day: 'day' },
    async run(desk, { args, options }) {
      const { level, fromRound, ...given } = options;
      const levels = new Map(level.map(({ name, amount }) => [name, amount]));
      const input = { ...given, code: args[0] ?? '', levels, from: fromRound };
      const { code, kind, name, day: on } = await addRound(await desk.session(), input);
      return {
        data: { code, kind, name, day: on },
        text: (m) =>
          options.tet === undefined
            ? m.done.added({ noun: 'round', code })
            : `${m.done.added({ noun: 'round', code })} ${m.done.tetNamed({ name, day: on })}`,
      };
    },
    next: ({ code, kind }) =>
      kind === 'visit'
        ? ['phucloi visit add … --kind … --on … --from …']
        : [`phucloi ${kind} import … --round ${code}`],
  }),
);
