import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** Money out with a person past the day it was to be accounted for. */
export const r23: Rule = {
  code: 'R23',
  group: 'people',
  scope: 'month',
  kinds: { 'advance.overdue': error('cashier') },
  look: async (facts) =>
    (await facts.reader.advances(facts.to)).flatMap(({ voucher, holder, due, open }): Found[] =>
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
    ),
};
