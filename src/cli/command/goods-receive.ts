import { receiveGoods } from '../../usecase/goods.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { GOODS, GOODS_ANSWER } from '../goods-options.ts';
import { code, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods receive',
    writes: 'asked',
    args: [],
    options: { ...GOODS, fund: needed(code('FUND')), value: needed(amount()), donor: needed(text('NAME')) },
    examples: [
      'goods receive --fund TET --item QUATET --quantity 50 --value 15.000.000 --on 18/01/2024 --donor "Công ty Dược Nam Sơn"',
    ],
    answer: GOODS_ANSWER,
    async run(desk, { options }) {
      const { note: content, ...input } = options;
      const data = await receiveGoods(await desk.session(), { ...input, content });
      return { data, text: (m) => m.done.tookIn(data) };
    },
  }),
);
