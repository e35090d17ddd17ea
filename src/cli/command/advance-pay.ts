import { payAdvance } from '../../usecase/advance.ts';
import { command } from '../command.ts';
import { MONEY, MONEY_ANSWER, moneyAnswer, moneyInput } from '../money-options.ts';
import { code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'advance pay',
    writes: 'asked',
    args: [],
    options: {
      ...MONEY,
      from: otherwise(code('PLACE'), 'cash'),
      holder: needed(text('NAME')),
      due: needed(day()),
    },
    examples: [
      'advance pay --fund TCCD --amount 3.000.000 --on 05/03/2024 --holder "Lê Văn Bình" --due 20/03/2024',
    ],
    answer: { ...MONEY_ANSWER, holder: 'text' },
    async run(desk, { options }) {
      const { from: place, holder, due } = options;
      return moneyAnswer(
        await payAdvance(await desk.session(), { ...moneyInput(options), place, holder, due }),
      );
    },
    next: ({ voucher }) => [`phucloi advance settle --advance ${voucher} --on … --spent … --returned …`],
  }),
);
