import { roleSums } from '../../domain/balance.ts';
import { dayBefore } from '../../domain/day.ts';
import { reasons } from '../../domain/reconcile.ts';
import { fundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger fund',
    lists: true,
    args: ['fund'],
    options: PERIOD,
    examples: [
      'ledger fund MAIAM --period 2024-01',
      'ledger fund TET --from 01/01/2024 --to 31/03/2024 --format csv',
    ],
    answer: LEDGER_SHAPE,
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const fund = await fundBy(reader, args[0] ?? '');
        const range = await rangeOf(reader, desk.today, options);
        const before = roleSums(await reader.turnovers({ to: dayBefore(range.from) }), fund.id);
        const rows = await reader.ledger({ ...range, fund, follows: 'reasons' });
        return ledgerAnswer('fundLedger', { ...range, subject: fund.code }, 'credit', reasons(before), rows);
      });
    },
  }),
);
