import { refuse } from '../../domain/failure.ts';
import { returnBenefits } from '../../usecase/benefit-return.ts';
import { command } from '../command.ts';
import { amount } from '../amount-options.ts';
import { sheetsIn } from '../given.ts';
import { code, day, flag, needed, text, words } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} return`,
    writes: 'asked',
    args: [],
    options: {
      round: code('ROUND'),
      case: words('CASE'),
      list: text('FILE'),
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
      `${kind} return --round ${ROUNDS[kind]} --list chuyen-hong.xlsx --on 05/02/2024 --reason "Ngân hàng trả lại"`,
    ],
    answer: {
      case: 'text',
      cases: ['text'],
      vouchers: ['text'],
      total: 'integer',
      left: 'integer',
      closed: 'boolean',
    },
    async run(desk, { options }) {
      const { list, case: cases, ...input } = options;
      if (list === undefined && cases.length === 0) refuse('usage.missing', { option: '--case | --list' });
      if (list !== undefined && cases.length > 0) refuse('usage.conflict', { options: ['--case', '--list'] });
      if (list !== undefined && input.round === undefined) refuse('usage.missing', { option: '--round' });
      const session = await desk.session();
      const sheets = await sheetsIn(desk, list);
      const data = await returnBenefits(session, kind, { ...input, cases, list: sheets });
      return {
        data,
        text: (m) =>
          data.cases.length === 1
            ? m.done.cameBack({ ...data, kind })
            : m.pay.cameBack({ ...data, cases: data.cases.length }),
      };
    },
  }),
);
