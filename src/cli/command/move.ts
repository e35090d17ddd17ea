import { move } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'move',
    writes: 'asked',
    args: [],
    options: { ...MONEY, from: needed(code('PLACE')), to: needed(code('PLACE')) },
    examples: ['move --fund TET --from bank --to cash --amount 122.000.000 --on 25/01/2024'],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { from, to } = options;
      return moneyAnswer(await move(await desk.session(), { ...moneyInput(options), party: '', from, to }));
    },
  }),
);
