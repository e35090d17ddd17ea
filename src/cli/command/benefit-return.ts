import { returnBenefit } from '../../usecase/benefit-return.ts';
import { command } from '../command.ts';
import { previewed } from '../given.ts';
import { amount } from '../amount-options.ts';
import { code, day, flag, needed, text } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} return`,
    args: [],
    options: {
      case: needed(code('CASE')),
      on: needed(day()),
      to: code('PLACE'),
      reason: needed(text('REASON')),
      amount: amount(),
      close: flag(),
      minutes: text('NO'),
    },
    examples: [
      `${kind} return --case ${ROUNDS[kind]}/0001 --on 05/02/2024 --reason "Sai số tài khoản"`,
      ...(kind === 'home'
        ? [
            'home return --case mai-am-2024/0003 --on 05/08/2024 --amount 12.000.000 --close --minutes 07/BB-NT --reason "Không xây nữa"',
          ]
        : []),
    ],
    answer: { case: 'text', vouchers: ['text'], total: 'integer', left: 'integer', closed: 'boolean' },
    run: (desk, { options }) =>
      previewed(desk, async (session) => {
        const data = await returnBenefit(session, kind, options);
        return { data, text: (m) => m.done.cameBack({ ...data, kind }) };
      }),
  }),
);
