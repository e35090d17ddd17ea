import { add, subtract, ZERO, type Dong } from '../../domain/dong.ts';
import { dayBefore } from '../../domain/day.ts';
import { fundBy, placeBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { code, otherwise } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger cash',
    lists: true,
    args: [],
    options: { ...PERIOD, place: otherwise(code('PLACE'), 'cash'), fund: code('FUND') },
    examples: ['ledger cash --period 2024-01', 'ledger cash --place bank --fund MAIAM --period 2024-01'],
    answer: LEDGER_SHAPE,
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const place = await placeBy(reader, options.place);
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const range = await rangeOf(reader, desk.today, options);
        const opening = (await reader.turnovers({ to: dayBefore(range.from) }))
          .filter((row) => row.place === place.id && (fund === undefined || row.fund === fund.id))
          .reduce<Dong>((sum, row) => add(sum, subtract(row.debit, row.credit)), ZERO);
        const rows = await reader.ledger({ ...range, place, fund, follows: 'money' });
        const subject = fund === undefined ? place.code : `${fund.code}:${place.code}`;
        return ledgerAnswer('cashLedger', { ...range, subject }, 'debit', opening, rows);
      });
    },
  }),
);
