import { refuse } from '../../domain/failure.ts';
import { reverseEntry } from '../../usecase/entry-reverse.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry reverse',
    writes: 'asked',
    args: ['entry'],
    options: { reason: needed(text('REASON')) },
    examples: ['entry reverse 128 --reason "Ghi nhầm quỹ"'],
    answer: { entry: 'integer', reverses: 'integer', voucher: 'text', bookedOn: 'day' },
    async run(desk, { args, options }) {
      const id = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const data = await reverseEntry(session, id, options.reason);
      return { data, text: (m) => m.done.reversed(data) };
    },
  }),
);

export function entryNumber(typed: string): number {
  if (!/^\d{1,12}$/.test(typed))
    refuse('usage.value', { option: 'ENTRY', given: typed, expected: '1, 2, 3 …' });
  return Number(typed);
}
