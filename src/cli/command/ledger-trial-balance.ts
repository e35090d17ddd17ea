import { subtract } from '../../domain/dong.ts';
import { trialTable } from '../../report/ledger-accounts.ts';
import { renderTable } from '../../render/text.ts';
import { trialBalancePaper } from '../../usecase/ledgers.ts';
import { trialBalance } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command, type Answer } from '../command.ts';
import { COMPARE, comparedAnswer, COMPARISON_SHAPE } from '../ledgers.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

const SIDES = {
  openingDebit: 'integer',
  openingCredit: 'integer',
  debit: 'integer',
  credit: 'integer',
  closingDebit: 'integer',
  closingCredit: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'ledger trial-balance',
    args: [],
    lists: true,
    options: { ...PERIOD, fund: code('FUND'), ...COMPARE },
    examples: [
      'ledger trial-balance --period 2024-01',
      'ledger trial-balance --fund TET --period 2024-Q1 --compare previous',
    ],
    answer: {
      from: 'day',
      to: 'day',
      'fund?': 'text',
      accounts: [{ account: 'text', name: 'text', ...SIDES }],
      total: SIDES,
      ...COMPARISON_SHAPE,
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const range = await rangeOf(reader, desk.today, options);
        const data = await trialBalance(reader, { ...range, fund });
        const table = trialTable(data);
        const of = (at: typeof reader) => trialBalancePaper(at, { ...range, fund }, desk.today);
        const answer = { data, table, text: (m, style) => renderTable(table, m, style) } satisfies Answer;
        const whole = { ...answer, paper: { of, ...range } };
        if (options.compare === undefined) return whole;
        return comparedAnswer(desk, 'trialBalance', answer, range, options.compare, async (days) =>
          (await trialBalance(reader, { ...days, fund })).accounts.map(
            ({ account, debit, credit, closingDebit, closingCredit }) => ({
              code: account,
              figures: { debit, credit, closing: subtract(closingDebit, closingCredit) },
            }),
          ),
        );
      });
    },
  }),
);
