import { giveLoan } from '../../usecase/loan.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

const { fund: _, document: __, item: ___, ...money } = MONEY;

export const { start, commandFor } = starter(
  command({
    name: 'loan give',
    writes: 'asked',
    args: [],
    options: {
      ...money,
      from: needed(code('FUND')),
      to: needed(code('FUND')),
      place: otherwise(code('PLACE'), 'bank'),
      due: needed(day()),
      document: needed(text('NO')),
    },
    examples: [
      'loan give --from TCCD --to TET --place bank --amount 20.000.000 --on 10/01/2024 --due 30/06/2024 --document 03/NQ-BCH',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { from, to, place, due, document: documentNo } = options;
      const { fund: ____, ...input } = moneyInput({ ...options, fund: from, item: undefined });
      return moneyAnswer(
        await giveLoan(await desk.session(), { ...input, place, from, to, due, documentNo }),
      );
    },
    next: ({ voucher, amount }) => [`phucloi loan repay --loan ${voucher} --amount ${amount} --on …`],
  }),
);
