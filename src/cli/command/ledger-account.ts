import { accountTable } from '../../report/ledger-accounts.ts';
import { subtract } from '../../domain/dong.ts';
import { renderTable } from '../../render/text.ts';
import { accountLedger } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command, type Answer } from '../command.ts';
import { COMPARE, comparedAnswer, COMPARISON_SHAPE, FILTER, FILTER_SHAPE, filterOf } from '../ledgers.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

const SIDED = { debit: 'integer', credit: 'integer' } as const;

export const { start, commandFor } = starter(
  command({
    name: 'ledger account',
    args: ['account'],
    lists: true,
    options: { ...PERIOD, fund: code('FUND'), ...FILTER, ...COMPARE },
    examples: ['ledger account 111 --period 2024-01', 'ledger account 5 --period 2024 --compare last-year'],
    answer: {
      account: 'text',
      from: 'day',
      to: 'day',
      opening: SIDED,
      ...SIDED,
      closing: SIDED,
      'filter?': FILTER_SHAPE,
      'shown?': SIDED,
      lines: [
        {
          day: 'day',
          voucher: 'text',
          entry: 'integer',
          account: 'text',
          fund: 'text',
          party: 'text',
          content: 'text',
          ...SIDED,
          'balance?': 'integer',
        },
      ],
      ...COMPARISON_SHAPE,
    },
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const range = await rangeOf(reader, desk.today, options);
        const account = args[0] ?? '';
        const data = await accountLedger(reader, { ...range, account, fund }, filterOf(options));
        const table = accountTable(data);
        const answer = { data, table, text: (m, style) => renderTable(table, m, style) } satisfies Answer;
        const named = { ...range, subject: account };
        return comparedAnswer(desk, 'accountLedger', answer, named, options.compare, async (days) => {
          const { opening, debit, credit, closing } = await accountLedger(reader, { ...days, account, fund });
          const figures = {
            opening: subtract(opening.debit, opening.credit),
            debit,
            credit,
            closing: subtract(closing.debit, closing.credit),
          };
          return [{ code: account, figures }];
        });
      });
    },
  }),
);
