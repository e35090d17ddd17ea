import { openBenefit } from '../../usecase/benefit-open.ts';
import { command } from '../command.ts';
import { amount, namedAmount } from '../amount-options.ts';
import { GOODS_PART } from '../goods-options.ts';
import { code, day, many, needed, otherwise, text } from '../options.ts';
import { OBJECTIONS, WAIVE, waived, withObjections } from '../waive-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} open`,
    args: [],
    options: {
      member: needed(code('CODE')),
      round: code('ROUND'),
      amount: amount(),
      category: otherwise(text('CATEGORY'), ''),
      payer: code('FUND'),
      outside: many('NAME=AMOUNT', namedAmount),
      goods: GOODS_PART,
      on: day(),
      ...WAIVE,
    },
    examples: [
      kind === 'gift'
        ? 'gift open --round tet-2024 --member DV0123 --amount 500.000 --payer TET --on 12/01/2024'
        : `${kind} open --member DV0123 --amount 20.000.000 --payer ${kind === 'home' ? 'MAIAM' : 'XHTT'} --on 12/03/2024`,
    ],
    answer: { kind: 'text', case: 'text', round: 'text', total: 'integer', objections: OBJECTIONS },
    async run(desk, { options }) {
      const { member, round, amount: typed, category, payer, outside, goods, on } = options;
      const given = {
        member,
        round,
        amount: typed,
        category,
        payer,
        outside: outside[0],
        goods,
        on: on ?? desk.today,
        waive: waived(options),
      };
      const data = await openBenefit(await desk.session(), kind, given);
      return { data, text: (m) => withObjections(m.done.opened(data), data.objections, m) };
    },
  }),
);
