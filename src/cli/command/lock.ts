import { readMonth } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { lockYear } from '../../usecase/lock.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'lock',
    writes: { typed: ({ args }) => args[0] ?? '', question: (q, year) => q.lockYear({ year }) },
    args: ['year'],
    options: { document: needed(text('NO')), by: needed(text('NAME')) },
    examples: ['lock 2024 --document 15/TB-LĐLĐ --by "Nguyễn Văn An"'],
    answer: { year: 'text', document: 'text', head: 'text' },
    async run(desk, { args, options }) {
      const typed = args[0] ?? '';
      const december = /^\d{4}$/.test(typed) ? readMonth(`${typed}-12`) : undefined;
      if (december === undefined) {
        return refuse('usage.value', { option: 'YEAR', given: typed, expected: '2024' });
      }
      const data = await lockYear(await desk.session(), { december, ...options });
      return { data, text: (m) => m.done.locked(data) };
    },
  }),
);
