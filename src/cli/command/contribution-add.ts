import { contribute } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { GIFT, MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'contribution add',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      ...GIFT,
      to: otherwise(code('PLACE'), 'cash'),
      donor: otherwise(text('NAME'), ''),
      bookOn: day(),
    },
    examples: [
      'contribution add --fund MAIAM --amount 5.000.000 --on 15/01/2024 --donor "Công ty Ánh Dương"',
      'contribution add --fund MAIAM --amount 5.000.000 --on 15/01/2024 --restrict case=mai-am-2024/0001',
      'contribution add --appeal baolu-2024 --unit BVA --to bank --amount 12.000.000 --on 20/09/2024',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { to: place, donor: party, bookOn, restrict, appeal, unit } = options;
      const input = { ...moneyInput(options), place, party, bookOn, restrict, appeal, unit };
      return moneyAnswer(await contribute(await desk.session(), input));
    },
  }),
);
