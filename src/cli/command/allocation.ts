import { receive } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'allocation',
    writes: 'asked',
    args: [],
    options: { ...MONEY, to: otherwise(code('PLACE'), 'bank'), from: needed(text('BODY')), bookOn: day() },
    examples: [
      'allocation --fund TINH --amount 59.000.000 --on 20/01/2024 --from "LĐLĐ tỉnh" --document 05/QĐ-LĐLĐ',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { to: place, from: party, bookOn } = options;
      const input = { ...moneyInput(options), place, party, bookOn };
      return moneyAnswer(await receive(await desk.session(), 'allocation', input));
    },
  }),
);
