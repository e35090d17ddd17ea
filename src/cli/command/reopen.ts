import { readMonth } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { reopenMonth } from '../../usecase/reopen.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'reopen',
    writes: { typed: ({ args }) => args[0] ?? '', question: (q, month) => q.reopenMonth({ month }) },
    args: ['month'],
    options: { reason: needed(text('REASON')), by: needed(text('NAME')) },
    examples: ['reopen 2024-01 --reason "Sót phiếu chi tiền xe ngày 28/01" --by "Nguyễn Văn An"'],
    answer: { month: 'text', by: 'text' },
    async run(desk, { args, options }) {
      const typed = args[0] ?? '';
      const month = readMonth(typed);
      if (month === undefined) {
        return refuse('usage.value', { option: 'MONTH', given: typed, expected: '2024-01 · 01/2024' });
      }
      const data = await reopenMonth(await desk.session(), { month, ...options });
      return { data, text: (m) => m.done.reopened(data) };
    },
  }),
);
