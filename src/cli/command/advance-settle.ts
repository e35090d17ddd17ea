import { ZERO } from '../../domain/dong.ts';
import { PURPOSES } from '../../domain/fund.ts';
import { settleAdvance } from '../../usecase/advance.ts';
import { command } from '../command.ts';
import { amountOrZero } from '../amount-options.ts';
import { choice, code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'advance settle',
    args: [],
    options: {
      advance: needed(code('VOUCHER')),
      on: needed(day()),
      returned: otherwise(amountOrZero(), ZERO),
      spent: otherwise(amountOrZero(), ZERO),
      purpose: otherwise(choice(...PURPOSES), 'running'),
      note: otherwise(text(), ''),
    },
    examples: [
      'advance settle --advance PC-TCCD-2024-0003 --on 18/03/2024 --spent 2.600.000 --returned 400.000',
    ],
    answer: { voucher: 'text', open: 'integer' },
    async run(desk, { options }) {
      const { note: content, ...input } = options;
      const data = await settleAdvance(await desk.session(), { ...input, content });
      return { data, text: (m) => m.done.settled(data) };
    },
  }),
);
