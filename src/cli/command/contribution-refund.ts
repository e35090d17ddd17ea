import { refundContribution } from '../../usecase/contribution-refund.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { MONEY_ANSWER, moneyAnswer } from '../money-options.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'contribution refund',
    writes: 'asked',
    args: ['entry'],
    options: {
      from: needed(code('PLACE')),
      on: needed(day()),
      amount: amount(),
      reason: needed(text('REASON')),
    },
    examples: ['contribution refund 128 --from bank --on 05/02/2024 --reason "Chuyển nhầm tài khoản"'],
    answer: MONEY_ANSWER,
    run: async (desk, { args, options }) => {
      const entry = entryNumber(args[0] ?? '');
      const session = await desk.session();
      return moneyAnswer(await refundContribution(session, { entry, ...options }));
    },
  }),
);
