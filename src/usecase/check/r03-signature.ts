import type { Found } from '../../domain/finding.ts';
import { error, warning, type Rule } from './rule.ts';

/** Paid, and nobody signed; or too many of a unit signed for by others. */
export const r03: Rule = {
  code: 'R03',
  group: 'benefits',
  scope: 'month',
  kinds: { 'award.unsigned': error('cashier'), 'award.proxies': warning('accountant') },
  look: async (facts) => {
    const unsigned = (await facts.unsigned()).map(({ award, unit, day, total, kind }): Found => ({
      kind: 'award.unsigned',
      subject: award,
      facts: { award, unit, paidOn: day, total },
      day,
      mend: `phucloi ${kind} sign --case ${award} --all`,
    }));
    const limit = facts.settings.number('check.R03.proxies');
    if (limit === undefined) return unsigned;
    const shares = await (await facts.reader.distributions()).proxies(facts);
    return [
      ...unsigned,
      ...shares
        .filter(({ signed, proxies }) => proxies * 100 > signed * limit)
        .map(({ round, unit, signed, proxies, day }): Found => ({
          kind: 'award.proxies',
          subject: `${round}/${unit}`,
          facts: { round, unit, signed, proxies, limit },
          day,
        })),
    ];
  },
};
