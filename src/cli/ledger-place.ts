import { placeLedger } from '../usecase/ledger-books.ts';
import { fundBy, placeBy } from '../usecase/session.ts';
import { cashBookPaper } from '../usecase/ledgers.ts';
import { command, type Command } from './command.ts';
import { COMPARE, comparedAnswer, FILTER, filterOf, LEDGER_SHAPE, ledgerAnswer } from './ledgers.ts';
import { code, otherwise } from './options.ts';
import { PERIOD, rangeOf } from './period.ts';

/** The book of a cash box or bank account, of one fund or of all that lie there. */
export function placeLedgerCommand(name: string, usual: string, examples: readonly string[]): Command {
  return command({
    name,
    args: [],
    lists: true,
    rows: ['lines'],
    options: { ...PERIOD, place: otherwise(code('PLACE'), usual), fund: code('FUND'), ...FILTER, ...COMPARE },
    examples,
    answer: LEDGER_SHAPE,
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const place = await placeBy(reader, options.place);
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const range = await rangeOf(reader, desk.today, options);
        const filter = filterOf(options);
        const report = await placeLedger(reader, { ...range, place, fund }, filter);
        const title = place.kind === 'cash' ? 'cashLedger' : 'bankLedger';
        const answer = ledgerAnswer(desk, title, report, place.kind);
        const { subject } = report;
        if (options.compare !== undefined)
          return comparedAnswer(desk, title, answer, { ...range, subject }, options.compare, async (days) => {
            const { opening, in: into, out, closing } = await placeLedger(reader, { ...days, place, fund });
            return [{ code: subject, figures: { opening, in: into, out, closing } }];
          });
        if (filter !== undefined) return answer;
        const of = (at: typeof reader) => cashBookPaper(at, { ...range, place, fund }, desk.today);
        return { ...answer, paper: { of, ...range } };
      });
    },
  });
}
