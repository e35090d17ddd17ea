import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** Money out with a person past the day it was to be accounted for, or other money than the gifts still to be handed out. */
export const r23: Rule = {
  code: 'R23',
  group: 'people',
  scope: 'month',
  kinds: { 'advance.overdue': error('cashier'), 'handout.differs': error('cashier') },
  look: async (facts) => {
    const overdue = (await facts.reader.advances(facts.to)).flatMap(
      ({ voucher, holder, due, open }): Found[] =>
        open > 0 && due !== undefined && due < facts.to
          ? [
              {
                kind: 'advance.overdue',
                subject: voucher,
                facts: { voucher, holder: holder.code, due, open },
                day: due,
                mend: `phucloi advance settle --advance ${voucher} --returned ${open} --on …`,
              },
            ]
          : [],
    );
    const differing = await (await facts.reader.distributions()).differing(facts);
    return [
      ...overdue,
      ...differing.map(({ voucher, unsigned, open, returned, day }): Found => ({
        kind: 'handout.differs',
        subject: voucher,
        facts: { voucher, unsigned, open, returned },
        day,
        mend: `phucloi advance show ${voucher}`,
      })),
    ];
  },
};
