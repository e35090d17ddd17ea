import { reverseGoods } from '../../usecase/goods.ts';
import { command } from '../command.ts';
import { GOODS_ANSWER } from '../goods-options.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods reverse',
    writes: 'asked',
    args: ['move'],
    options: { reason: needed(text('REASON')) },
    examples: ['goods reverse XK-TET-2024-0002 --reason "Ghi nhầm đơn vị"'],
    answer: { ...GOODS_ANSWER, reverses: 'text', 'entry?': 'integer' },
    run: async (desk, { args, options }) => {
      const session = await desk.session();
      const data = await reverseGoods(session, { move: args[0] ?? '', reason: options.reason });
      return { data, text: (m) => m.done.goodsReversed(data) };
    },
  }),
);
