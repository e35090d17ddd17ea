import { receive } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'contribution add',
    args: [],
    options: {
      ...MONEY,
      to: otherwise(code('PLACE'), 'cash'),
      donor: otherwise(text('NAME'), ''),
      bookOn: day(),
    },
    examples: [
      'contribution add --fund MAIAM --amount 5.000.000 --on 15/01/2024 --donor "Công ty Ánh Dương"',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { to: place, donor: party, bookOn } = options;
      const input = { ...moneyInput(options), place, party, bookOn };
      return moneyAnswer(await receive(await desk.session(), 'contribution', input));
    },
  }),
);
