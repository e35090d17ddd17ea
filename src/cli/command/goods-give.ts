import { refuse } from '../../domain/failure.ts';
import { giveGoods } from '../../usecase/goods.ts';
import { command } from '../command.ts';
import { GOODS, GOODS_ANSWER } from '../goods-options.ts';
import { code, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'goods give',
    writes: 'asked',
    args: [],
    options: {
      ...GOODS,
      fund: needed(code('FUND')),
      round: code('ROUND'),
      case: code('AWARD'),
      to: code('UNIT'),
      party: otherwise(text('NAME'), ''),
    },
    examples: [
      'goods give --fund TET --item QUATET --quantity 40 --on 20/01/2024 --round tet --to BVA --party "Nguyễn Thị Lan"',
      'goods give --fund TET --item QUATET --quantity 1 --on 20/01/2024 --round tet --case tet/0001',
    ],
    answer: GOODS_ANSWER,
    async run(desk, { options }) {
      const { note: content, case: award, to: unit, ...input } = options;
      if (award !== undefined && unit !== undefined)
        refuse('usage.conflict', { options: ['--case', '--to'] });
      const data = await giveGoods(await desk.session(), { ...input, content, award, unit });
      return { data, text: (m) => m.done.gaveOut(data) };
    },
  }),
);
