import { readDay, type Day } from '../../domain/day.ts';
import { setRemitBy } from '../../usecase/fund-purpose.ts';
import { command } from '../command.ts';
import { needed, one, reader } from '../options.ts';
import { starter } from '../starter.ts';

/** A day, or none. */
const deadline = one<{ day: Day | undefined }>(
  'DAY|none',
  reader((typed) => {
    const day = typed === 'none' ? undefined : readDay(typed);
    return day === undefined && typed !== 'none' ? undefined : { day };
  }, '24/09/2024 · none'),
);

export const { start, commandFor } = starter(
  command({
    name: 'fund set',
    writes: 'asked',
    args: ['fund'],
    options: { remitBy: needed(deadline) },
    examples: ['fund set TINH --remit-by 31/05/2024', 'fund set TINH --remit-by none'],
    answer: { fund: 'text', 'remitBy?': 'day' },
    async run(desk, { args, options }) {
      const data = await setRemitBy(await desk.session(), args[0] ?? '', options.remitBy.day);
      return { data, text: (m) => m.done.remitBy(data) };
    },
  }),
);
