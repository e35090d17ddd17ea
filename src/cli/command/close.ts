import { readMonth } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { closeMonth } from '../../usecase/month-end.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'close',
    args: ['month'],
    options: {},
    examples: ['close 2024-01'],
    answer: { month: 'text', head: 'text', accepted: ['text'] },
    async run(desk, { args }) {
      const typed = args[0] ?? '';
      const month = readMonth(typed);
      if (month === undefined) {
        return refuse('usage.value', { option: 'MONTH', given: typed, expected: '2024-01 · 01/2024' });
      }
      if (!desk.yes && desk.asks() && !desk.header('close').dryRun) {
        const { askText } = await import('../prompt.ts');
        const again = await askText(desk.m.questions.closeMonth({ month }));
        if (readMonth(again) !== month) refuse('cancelled', {});
      }
      const data = await closeMonth(await desk.session(), month);
      return { data, text: (m) => m.done.closed(data) };
    },
  }),
);
