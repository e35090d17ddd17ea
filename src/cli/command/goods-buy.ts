import { PURPOSES } from '../../domain/fund.ts';
import { buyGoods } from '../../usecase/goods.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { GOODS, GOODS_ANSWER } from '../goods-options.ts';
import { choice, code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods buy',
    writes: 'asked',
    args: [],
    options: {
      ...GOODS,
      fund: needed(code('FUND')),
      from: otherwise(code('PLACE'), 'cash'),
      amount: needed(amount()),
      purpose: otherwise(choice(...PURPOSES), 'gift'),
      party: otherwise(text('NAME'), ''),
      document: text('NO'),
      paperNo: text('NO'),
    },
    examples: [
      'goods buy --fund TET --from bank --item QUATET --quantity 100 --amount 30.000.000 --on 15/01/2024 --party "Siêu thị Minh Cầu"',
    ],
    answer: { ...GOODS_ANSWER, payment: 'text', entry: 'integer' },
    async run(desk, { options }) {
      const { note: content, fund, from, document: documentNo, ...input } = options;
      const data = await buyGoods(await desk.session(), {
        ...input,
        content,
        documentNo,
        from: `${fund}:${from}`,
      });
      return { data, text: (m) => m.done.bought(data) };
    },
  }),
);
