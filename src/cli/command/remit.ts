import { remit } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'remit',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      fund: otherwise(code('FUND'), ''),
      appeal: code('APPEAL'),
      from: otherwise(code('PLACE'), 'bank'),
      to: needed(text('BODY')),
    },
    examples: [
      'remit --fund XHTT --from bank --amount 215.125.000 --on 28/05/2024 --to "LĐLĐ tỉnh"',
      'remit --appeal baolu-2024 --amount 30.000.000 --on 15/10/2024 --to "LĐLĐ tỉnh"',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const input = {
        ...moneyInput(options),
        place: options.from,
        party: options.to,
        appeal: options.appeal,
      };
      return moneyAnswer(await remit(await desk.session(), input));
    },
  }),
);
