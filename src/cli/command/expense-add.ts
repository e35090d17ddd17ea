import { PURPOSES } from '../../domain/fund.ts';
import { spend } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { choice, code, day, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'expense add',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      fund: code('FUND'),
      from: otherwise(code('PLACE'), 'cash'),
      party: otherwise(text('NAME'), ''),
      purpose: otherwise(choice(...PURPOSES), 'running'),
      bookOn: day(),
    },
    examples: [
      'expense add --fund TCCD --from bank --amount 22.000 --on 31/01/2024 --note "Phí chuyển tiền"',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { from: place, party, purpose, bookOn, fund = '' } = options;
      const input = { ...moneyInput({ ...options, fund }), place, party, purpose, bookOn };
      return moneyAnswer(await spend(await desk.session(), input));
    },
  }),
);
