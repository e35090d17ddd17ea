import { refuse } from '../../domain/failure.ts';
import { openSheets } from '../../intake/open.ts';
import { returnBenefits } from '../../usecase/benefit-return.ts';
import { command } from '../command.ts';
import { previewed, resolved } from '../given.ts';
import { code, day, many, needed, text } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} return`,
    args: [],
    options: {
      round: code('ROUND'),
      case: many('CASE', (typed) => typed),
      list: text('FILE'),
      on: needed(day()),
      to: code('PLACE'),
      reason: needed(text('REASON')),
    },
    examples: [
      `${kind} return --case ${ROUNDS[kind]}/0001 --on 05/02/2024 --reason "Sai số tài khoản"`,
      `${kind} return --round ${ROUNDS[kind]} --list chuyen-hong.xlsx --on 05/02/2024 --reason "Ngân hàng trả lại"`,
    ],
    answer: { case: 'text', cases: ['text'], vouchers: ['text'], total: 'integer' },
    async run(desk, { options }) {
      const { list, case: cases, ...input } = options;
      if (list === undefined && cases.length === 0) refuse('usage.missing', { option: '--case | --list' });
      if (list !== undefined && cases.length > 0) refuse('usage.conflict', { options: ['--case', '--list'] });
      if (list !== undefined && input.round === undefined) refuse('usage.missing', { option: '--round' });
      return previewed(desk, async (session) => {
        const sheets = list === undefined ? [] : await openSheets(resolved(desk, list), {});
        const data = await returnBenefits(session, kind, { ...input, cases, list: sheets });
        return {
          data,
          text: (m) =>
            data.cases.length === 1
              ? m.done.cameBack({ ...data, kind })
              : m.pay.cameBack({ ...data, cases: data.cases.length }),
        };
      });
    },
  }),
);
