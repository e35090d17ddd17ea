import { judgeDuplicate } from '../../domain/duplicate.ts';
import type { Found } from '../../domain/finding.ts';
import { error, warning, type Rule } from './rule.ts';

/**
 * One person on a list twice, by the same reading as when awards are proposed (domain/duplicate.ts). Within a round and
 * payer an error; across payers or the rounds of a season a warning; a name and a unit alone are a question, which an
 * acceptance answers for good. People told apart, and what somebody waived, are not asked again.
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
  look: async (facts) => {
    const told = new Set<string>();
    // Two that share an ID number and a telephone are told once, by the number.
    const pairs = (await facts.pairs()).toSorted(
      (a, b) => Number(a.by === 'phone') - Number(b.by === 'phone'),
    );
    return pairs.flatMap((pair): Found[] => {
      const { award, other, by, day, unit, otherRound: round } = pair;
      const mend = `phucloi ${pair.otherKind} list --round ${round}`;
      const found = { subject: `${award}+${other}`, day, mend };
      if (by === 'unit') {
        return pair.sameRound ? [{ kind: 'person.namesake', ...found, facts: { award, other, unit } }] : [];
      }
      // Households, and homes that only share a telephone, are R07's.
      if (by === 'spouse' || by === 'relative' || (by === 'phone' && pair.kind === 'home')) return [];
      const force = judgeDuplicate({ ...pair, by });
      if (force === undefined || told.has(found.subject)) return [];
      told.add(found.subject);
      if (pair.sameRound) {
        const severity = force === 'refuse' && pair.samePayer ? 'error' : 'warning';
        return [{ kind: 'person.twice', ...found, severity, facts: { award, other, by } }];
      }
      return [{ kind: 'person.elsewhere', ...found, facts: { award, other, round } }];
    });
  },
};
