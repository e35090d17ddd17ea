import { openBenefit } from '../../usecase/benefit-open.ts';
import { CASE, caseOf } from '../case-options.ts';
import { command } from '../command.ts';
import { amount, namedAmount } from '../amount-options.ts';
import { HOUSE, houseOf } from '../home-options.ts';
import { GOODS_PART } from '../goods-options.ts';
import { code, day, many, needed, otherwise, text } from '../options.ts';
import { OBJECTIONS, withObjections } from '../waive-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} open`,
    writes: 'plain',
    private: ({ options: { reason, payeeAccount, payeeBank, spouseId } }) =>
      [reason, payeeAccount, payeeBank, spouseId].some((each) => each !== undefined),
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
      ...CASE,
      ...HOUSE,
    },
    examples:
      kind === 'gift'
        ? ['gift open --round tet-2024 --member DV0123 --amount 500.000 --payer TET --on 12/01/2024']
        : [
            ...(kind === 'hardship'
              ? ['hardship open --member DV0123 --amount 3.000.000 --payer XHTT --on 12/03/2024 --reason -']
              : []),
            `${kind} open --member DV0123 --amount 20.000.000 --payer ${kind === 'home' ? 'MAIAM' : 'XHTT'} --on 12/03/2024`,
            ...(kind === 'hardship'
              ? [
                  'hardship open --member DV0123 --category TNLĐ --amount 3.000.000 --payer XHTT --payee "Trần Văn Bình" --relation chồng --urgent --papers-due 30/03/2024',
                  'hardship open --member DV0124 --amount 500.000 --payer XHTT --on 05/03/2024 --monthly 6 --paper commune=12/GXN-UBND@01/03/2024',
                ]
              : []),
            ...(kind === 'home'
              ? [
                  'home open --member DV0123 --amount 40.000.000 --instalment 20.000.000@start 20.000.000@handover --payer MAIAM --cost 110.000.000 --outside "Gia đình=60.000.000" CĐCS=10.000.000 --on 12/03/2024',
                ]
              : []),
          ],
    answer: {
      kind: 'text',
      case: 'text',
      round: 'text',
      total: 'integer',
      due: ['day'],
      promised: ['text'],
      reason: 'boolean',
      objections: OBJECTIONS,
    },
    async run(desk, { options }) {
      const { member, round, amount: typed, category, payer, outside, goods, on } = options;
      const given = {
        member,
        round,
        amount: typed,
        category,
        payer,
        outside,
        goods,
        on: on ?? desk.today,
        ...caseOf(options),
        ...houseOf(kind, options),
      };
      const data = await openBenefit(await desk.session(), kind, given);
      const said = { ...data, papersDue: given.papersDue };
      return { data, text: (m) => withObjections(m.done.opened(said), data.objections, m) };
    },
    next: ({ case: code }) => [`phucloi ${kind} approve --case ${code} --decision … --on … --by …`],
  }),
);
