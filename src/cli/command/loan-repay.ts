import { repayLoan } from '../../usecase/loan.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { MONEY_ANSWER } from '../money-options.ts';
import { code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'loan repay',
    writes: 'asked',
    args: [],
    options: {
      loan: needed(code('VOUCHER')),
      amount: needed(amount()),
      on: needed(day()),
      place: code('PLACE'),
      note: otherwise(text(), ''),
    },
    examples: ['loan repay --loan PKT-TCCD-2024-0001 --amount 5.000.000 --on 31/03/2024'],
    answer: { ...MONEY_ANSWER, open: 'integer' },
    async run(desk, { options }) {
      const { note: content, ...input } = options;
      const data = await repayLoan(await desk.session(), { ...input, content });
      return { data, text: (m) => m.done.repaid(data) };
    },
  }),
);
