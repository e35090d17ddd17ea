import { fundLedgerPaper } from '../../usecase/ledgers.ts';
import { fundLedger, fundSummary } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { COMPARE, comparedAnswer, FILTER, filterOf, LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger fund',
    args: ['fund'],
    lists: true,
    rows: ['lines'],
    options: { ...PERIOD, ...FILTER, ...COMPARE },
    examples: [
      'ledger fund MAIAM --period 2024-01',
      'ledger fund MAIAM --period 2024-Q1 --compare previous',
      'ledger fund TET --from 01/01/2024 --to 31/03/2024 --format csv',
    ],
    answer: LEDGER_SHAPE,
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const fund = await fundBy(reader, args[0] ?? '');
        const range = await rangeOf(reader, desk.today, options);
        const filter = filterOf(options);
        const report = await fundLedger(reader, { ...range, fund }, filter);
        const answer = ledgerAnswer(desk, 'fundLedger', report);
        if (options.compare !== undefined) {
          const named = { ...range, subject: fund.code };
          return comparedAnswer(desk, 'fundLedger', answer, named, options.compare, async (days) => [
            await fundSummary(reader, { ...days, fund }),
          ]);
        }
        if (filter !== undefined) return answer;
        const of = (at: typeof reader) => fundLedgerPaper(at, { ...range, fund }, desk.today);
        return { ...answer, paper: { of, ...range } };
      });
    },
  }),
);
