import { confirmBalance } from '../../usecase/statement-confirm.ts';
import { amountOrZero } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement confirm',
    writes: 'asked',
    args: [],
    options: {
      account: needed(code('PLACE')),
      on: needed(day()),
      balance: needed(amountOrZero()),
      by: needed(text('NAME')),
      paper: needed(text('NO')),
    },
    examples: [
      'statement confirm --account bank --on 30/09/2024 --balance 100.000.000 --by "Ngân hàng Nông nghiệp Nam Sơn" --paper XN-09/2024',
    ],
    answer: { account: 'text', day: 'day', balance: 'integer', book: 'integer', difference: 'integer' },
    run: async (desk, { options }) => {
      const session = await desk.session();
      const data = await confirmBalance(session, options);
      return { data, text: (m) => m.done.confirmed(data) };
    },
  }),
);
