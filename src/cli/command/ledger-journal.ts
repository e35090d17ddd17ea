import { refuse } from '../../domain/failure.ts';
import { add, ZERO, type Dong } from '../../domain/dong.ts';
import {
  JOURNAL_COLUMNS,
  journalCells,
  journalTable,
  type JournalLine,
  type LedgerFilter,
} from '../../report/ledger.ts';
import { renderTable } from '../../render/text.ts';
import { journalPaper } from '../../usecase/ledgers.ts';
import { eachJournalLine, journal, type Days } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { FILTER, FILTER_SHAPE, filterOf } from '../ledgers.ts';
import type { LongList } from '../long-list.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger journal',
    args: [],
    lists: true,
    options: { ...PERIOD, fund: code('FUND'), voucher: code('CODE'), ...FILTER },
    examples: ['ledger journal --period 2024-01', 'ledger journal --voucher PC-TET-2024-0001'],
    answer: {
      from: 'day',
      to: 'day',
      debit: 'integer',
      credit: 'integer',
      'filter?': FILTER_SHAPE,
      lines: ['any'],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const { voucher } = options;
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const [paper] = voucher === undefined ? [] : await reader.vouchers({ code: voucher });
        if (voucher !== undefined && paper === undefined)
          refuse('missing', { noun: 'voucher', code: voucher });
        // A voucher's entries are booked on its day.
        const range =
          paper === undefined
            ? await rangeOf(reader, desk.today, options)
            : { from: paper.day, to: paper.day };
        const filter = filterOf(options);
        if (desk.takes !== undefined) {
          const rows = () => eachJournalLine(reader, { ...range, fund, voucher }, filter);
          return desk.takes(longJournal(range, rows, filter));
        }
        const data = await journal(reader, { ...range, fund, voucher }, filter);
        const table = journalTable(data);
        const of = (at: typeof reader) => journalPaper(at, range, desk.today);
        const whole = filter === undefined && fund === undefined && voucher === undefined;
        return {
          data,
          table,
          ...(whole ? { paper: { of, ...range } } : {}),
          text: (m, style) => renderTable(table, m, style),
        };
      });
    },
  }),
);

/** The journal as it is read, its sums added up on the way. */
function longJournal(
  range: Days,
  rows: () => Promise<Iterable<JournalLine>>,
  filter: LedgerFilter | undefined,
): LongList<JournalLine> {
  let sums: { debit: Dong; credit: Dong } | undefined;
  return {
    key: 'lines',
    rows: async () => summing(await rows(), (all) => (sums = all)),
    rest: async () => {
      if (sums === undefined) for (const _ of summing(await rows(), (all) => (sums = all)));
      return { ...range, ...sums, ...(filter === undefined ? {} : { filter }) };
    },
    columns: () => Promise.resolve(JOURNAL_COLUMNS),
    cells: journalCells,
  };
}

/** The same lines; after the last one, what they add up to. */
function* summing(
  lines: Iterable<JournalLine>,
  done: (sums: { debit: Dong; credit: Dong }) => void,
): Iterable<JournalLine> {
  let [debit, credit] = [ZERO, ZERO];
  for (const line of lines) {
    [debit, credit] = [add(debit, line.debit), add(credit, line.credit)];
    yield line;
  }
  done({ debit, credit });
}
