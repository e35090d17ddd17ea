import { returnBenefit } from '../../usecase/benefit-return.ts';
import { command } from '../command.ts';
import { previewed } from '../given.ts';
import { code, day, needed, text } from '../options.ts';
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
    },
    examples: [`${kind} return --case ${ROUNDS[kind]}/0001 --on 05/02/2024 --reason "Sai số tài khoản"`],
    answer: { case: 'text', vouchers: ['text'], total: 'integer' },
    run: (desk, { options }) =>
      previewed(desk, async (session) => {
        const data = await returnBenefit(session, kind, options);
        return { data, text: (m) => m.done.cameBack({ ...data, kind }) };
      }),
  }),
);
