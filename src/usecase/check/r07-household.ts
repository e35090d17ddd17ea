import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** One house for one household: an error for spouses and relatives, a question for people who give the same telephone. */
export const r07: Rule = {
  code: 'R07',
  group: 'benefits',
  scope: 'month',
  kinds: { 'household.twice': error('chair') },
  look: async (facts) => {
    const told = new Set<string>();
    const pairs = (await facts.pairs()).filter(
      ({ kind, otherKind }) => kind === 'home' && otherKind === 'home',
    );
    const kin = (by: string) => by === 'relative' || by === 'spouse';
    // Spouses with one telephone are told once, as spouses.
    const firm = [...pairs.filter(({ by }) => kin(by)), ...pairs.filter(({ by }) => by === 'phone')];
    return firm.flatMap(({ award, other, by, day }): Found[] => {
      const subject = `${award}+${other}`;
      if (told.has(subject)) return [];
      told.add(subject);
      const facts = { award, other, by: kin(by) ? ('relative' as const) : ('phone' as const) };
      const severity = kin(by) ? 'error' : 'warning';
      return [{ kind: 'household.twice', subject, severity, facts, day, mend: 'phucloi home list' }];
    });
  },
};
