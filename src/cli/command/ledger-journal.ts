import { refuse } from '../../domain/failure.ts';
import { journalTable } from '../../report/ledger.ts';
import { renderTable } from '../../render/text.ts';
import { journalPaper } from '../../usecase/ledgers.ts';
import { journal } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { FILTER, FILTER_SHAPE, filterOf } from '../ledgers.ts';
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
