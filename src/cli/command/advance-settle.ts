import { ZERO } from '../../domain/dong.ts';
import { PURPOSES } from '../../domain/fund.ts';
import { settleAdvance } from '../../usecase/advance.ts';
import { command } from '../command.ts';
import { amountOrZero } from '../amount-options.ts';
import { choice, code, count, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'advance settle',
    writes: 'asked',
    args: [],
    options: {
      advance: needed(code('VOUCHER')),
      on: needed(day()),
      returned: otherwise(amountOrZero(), ZERO),
      spent: otherwise(amountOrZero(), ZERO),
      purpose: otherwise(choice(...PURPOSES), 'running'),
      note: otherwise(text(), ''),
      minutes: text('NO'),
      papers: count(),
    },
    examples: [
      'advance settle --advance PC-TCCD-2024-0003 --on 18/03/2024 --spent 2.600.000 --returned 400.000',
      'advance settle --advance PC-TET-2024-0007 --on 05/02/2024 --returned 1.500.000 --minutes 02/BB-CĐYT',
    ],
    answer: { voucher: 'text', open: 'integer' },
    async run(desk, { options }) {
      const { note: content, ...input } = options;
      const data = await settleAdvance(await desk.session(), { ...input, content });
      return { data, text: (m) => m.done.settled(data) };
    },
  }),
);
