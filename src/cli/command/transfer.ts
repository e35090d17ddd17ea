import { transfer } from '../../usecase/money.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

const { fund: _, document: __, ...money } = MONEY;

export const { start, commandFor } = starter(
  command({
    name: 'transfer',
    writes: 'asked',
    args: [],
    options: {
      ...money,
      from: needed(code('FUND')),
      to: needed(code('FUND')),
      place: otherwise(code('PLACE'), 'bank'),
      document: needed(text('NO')),
    },
    examples: [
      'transfer --from TCCD --to TET --place bank --amount 20.000.000 --on 10/01/2024 --document 03/NQ-BCH',
    ],
    answer: MONEY_ANSWER,
    async run(desk, { options }) {
      const { from, to, place } = options;
      const { fund: ___, ...input } = moneyInput({ ...options, fund: from });
      return moneyAnswer(await transfer(await desk.session(), { ...input, party: '', place, from, to }));
    },
  }),
);
