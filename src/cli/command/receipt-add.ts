import { receive } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'receipt add',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      fund: code('FUND'),
      to: otherwise(code('PLACE'), 'cash'),
      party: otherwise(text('NAME'), ''),
      bookOn: day(),
    },
    examples: ['receipt add --fund TCCD --to bank --amount 12.345 --on 31/01/2024 --note "Lãi tiền gửi"'],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { to: place, party, bookOn, fund = '' } = options;
      const input = { ...moneyInput({ ...options, fund }), place, party, bookOn };
      return moneyAnswer(await receive(await desk.session(), 'receipt', input));
    },
  }),
);
