import { addItem } from '../../usecase/goods.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods add',
    writes: 'plain',
    args: ['code'],
    options: { name: needed(text('NAME')), measure: needed(text('MEASURE')), face: amount() },
    examples: [
      'goods add QUATET --name "Suất quà Tết (bánh, mứt, dầu ăn)" --measure suất',
      'goods add PHIEU500 --name "Phiếu mua hàng siêu thị" --measure phiếu --face 500.000',
    ],
    answer: { code: 'text', name: 'text', measure: 'text', 'face?': 'integer' },
    async run(desk, { args, options }) {
      const { name, measure, face } = options;
      const { code } = await addItem(await desk.session(), { code: args[0] ?? '', name, measure, face });
      const data = { code, name, measure, ...(face === undefined ? {} : { face }) };
      return { data, text: (m) => m.done.added({ noun: 'item', code }) };
    },
  }),
);
