import { refuse } from '../../domain/failure.ts';
import { identify } from '../../usecase/statement-identify.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, count, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement identify',
    writes: 'asked',
    args: [],
    options: {
      line: count('LINE'),
      entry: count('ENTRY'),
      fund: needed(code('FUND')),
      amount: amount(),
      donor: otherwise(text('NAME'), ''),
      on: needed(day()),
    },
    examples: [
      'statement identify --line 12 --fund MAIAM --donor "Công ty Ánh Dương" --on 20/09/2024',
      'statement identify --entry 40 --fund XHTT --amount 2.000.000 --on 20/09/2024',
    ],
    answer: {
      entry: 'integer',
      voucher: 'text',
      clears: 'integer',
      fund: 'text',
      amount: 'integer',
      open: 'integer',
      bookedOn: 'day',
      bankDay: 'day',
    },
    run: async (desk, { options }) => {
      const { line, entry } = options;
      if (line === undefined && entry === undefined) refuse('usage.missing', { option: '--line' });
      if (line !== undefined && entry !== undefined)
        refuse('usage.conflict', { options: ['--line', '--entry'] });
      const session = await desk.session();
      const data = await identify(session, options);
      return { data, text: (m) => m.done.identified(data) };
    },
    next: () => ['phucloi statement queue'],
  }),
);
