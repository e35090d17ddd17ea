import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

/** Paid to somebody who had left, or in a unit that was closed. */
export const r08: Rule = {
  code: 'R08',
  group: 'benefits',
  scope: 'month',
  kinds: { 'recipient.left': warning('chair'), 'unit.closed': warning('chair') },
  look: async (facts) =>
    (await facts.ask.leavers(facts)).flatMap(({ award, unit, round, kind, day, left, closed }): Found[] => {
      const mend = `phucloi ${kind} list --round ${round}`;
      const found = { subject: award, day, mend };
      return [
        ...(left === undefined
          ? []
          : [{ kind: 'recipient.left', ...found, facts: { award, left, paidOn: day } } as const]),
        ...(closed === undefined
          ? []
          : [{ kind: 'unit.closed', ...found, facts: { award, unit, closed, paidOn: day } } as const]),
      ];
    }),
};
