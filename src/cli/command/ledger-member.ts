import { firstDay } from '../../domain/day.ts';
import { ZERO } from '../../domain/dong.ts';
import { memberBy } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'ledger member',
    lists: true,
    args: ['member'],
    options: PERIOD,
    examples: ['ledger member DV0123'],
    answer: LEDGER_SHAPE,
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const member = await memberBy(reader, args[0] ?? '');
        const all = { ...options, from: options.from ?? firstDay(reader.entity.firstMonth) };
        const range = await rangeOf(reader, desk.today, all);
        const rows = await reader.ledger({ ...range, beneficiary: member.id, follows: 'postings' });
        return ledgerAnswer('memberLedger', { ...range, subject: member.code }, 'debit', ZERO, rows);
      });
    },
  }),
);
