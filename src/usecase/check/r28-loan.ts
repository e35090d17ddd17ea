import { error, type Rule } from './rule.ts';

/** A fund lent to another, and the day it was to come back has passed. */
export const r28: Rule = {
  code: 'R28',
  group: 'funds',
  scope: 'month',
  kinds: { 'loan.overdue': error('chair') },
  look: async (facts) =>
    (await facts.ask.overdueLoans(facts.to)).map(({ voucher, ...loan }) => ({
      kind: 'loan.overdue',
      subject: String(loan.entry),
      facts: loan,
      day: loan.due,
      // A loan of an opening balance has no voucher; the list says how it is named.
      mend:
        voucher === ''
          ? 'phucloi loan list'
          : `phucloi loan repay --loan ${voucher} --amount ${loan.open} --on …`,
    })),
};
