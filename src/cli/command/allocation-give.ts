import { support } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'allocation give',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      from: otherwise(code('PLACE'), 'bank'),
      to: needed(code('UNIT')),
      document: needed(text('NO')),
    },
    examples: [
      'allocation give --fund TCCD --from bank --to BVA --amount 10.000.000 --on 20/01/2024 --document 07/QĐ-CĐN',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { from: place, to: unit, document: documentNo } = options;
      const input = { ...moneyInput(options), place, party: '', unit, documentNo };
      return moneyAnswer(await support(await desk.session(), input));
    },
  }),
);
