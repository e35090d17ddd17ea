import type { Found } from '../../domain/finding.ts';
import { error, warning, type Rule } from './rule.ts';

/**
 * Money out with a person past the day it was to be accounted for; other money than the gifts still to be handed out; and,
 * once a distributor's list came back or is due, each gift that nobody signed for.
 */
export const r23: Rule = {
  code: 'R23',
  group: 'people',
  scope: 'month',
  kinds: {
    'advance.overdue': error('cashier'),
    'handout.differs': error('cashier'),
    'handout.unsigned': warning('cashier'),
  },
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
    const distributions = await facts.reader.distributions();
    const differing = await distributions.differing(facts);
    const carried = await distributions.unsigned(facts.to);
    return [
      ...overdue,
      ...differing.map(({ voucher, unsigned, open, returned, day }): Found => ({
        kind: 'handout.differs',
        subject: voucher,
        facts: { voucher, unsigned, open, returned },
        day,
        mend: `phucloi advance show ${voucher}`,
      })),
      ...carried.map(({ award, kind, unit, voucher, total, day, overdue }): Found => ({
        kind: 'handout.unsigned',
        subject: award,
        facts: { award, unit, voucher, total },
        day,
        mend: `phucloi ${kind} sign --case ${award} --all`,
        ...(overdue ? { severity: 'error' } : {}),
      })),
    ];
  },
};
