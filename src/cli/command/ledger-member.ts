import { firstDay } from '../../domain/day.ts';
import { memberLedger } from '../../usecase/ledger-books.ts';
import { memberBy } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { FILTER, filterOf, LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger member',
    args: ['member'],
    lists: true,
    rows: ['lines'],
    options: { ...PERIOD, ...FILTER },
    examples: ['ledger member DV0123', 'ledger member DV0123 --period 2024 -o DV0123.xlsx'],
    answer: LEDGER_SHAPE,
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const member = await memberBy(reader, args[0] ?? '');
        const all = { ...options, from: options.from ?? firstDay(reader.entity.firstMonth) };
        const range = await rangeOf(reader, desk.today, all);
        const report = await memberLedger(reader, { ...range, member }, filterOf(options));
        return ledgerAnswer(desk, 'memberLedger', report);
      });
    },
  }),
);
