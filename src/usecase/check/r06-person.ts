import type { Found } from '../../domain/finding.ts';
import { SEASON } from './facts.ts';
import { error, warning, type Rule } from './rule.ts';

/**
 * One person on a list twice. The same number, birth date or code within a round and payer is an error; across payers
 * or the rounds of a season a warning; a name and a unit alone are a question, which an acceptance answers for good.
 */
export const r06: Rule = {
  code: 'R06',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'person.twice': error('chair'),
    'person.elsewhere': warning('chair'),
    'person.namesake': warning('chair', 'check.R06.namesake'),
  },
  look: async (facts) =>
    (await facts.pairs()).flatMap((pair): Found[] => {
      const { award, other, by, day, unit, otherRound: round } = pair;
      const mend = `phucloi ${pair.otherKind} list --round ${round}`;
      const found = { subject: `${award}+${other}`, day, mend };
      // A case of hardship may come twice a year to the same person.
      if (pair.kind === 'hardship' && by === 'code') return [];
      if (by === 'unit') {
        return pair.sameRound ? [{ kind: 'person.namesake', ...found, facts: { award, other, unit } }] : [];
      }
      if (by !== 'id' && by !== 'born' && by !== 'code') return [];
      if (pair.sameRound) {
        const severity = pair.samePayer ? 'error' : 'warning';
        return [{ kind: 'person.twice', ...found, severity, facts: { award, other, by } }];
      }
      return pair.apart <= SEASON && pair.kind !== 'home'
        ? [{ kind: 'person.elsewhere', ...found, facts: { award, other, round } }]
        : [];
    }),
};
