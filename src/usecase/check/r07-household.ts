import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

/** One house for one household: relatives, and people who give the same telephone. */
export const r07: Rule = {
  code: 'R07',
  group: 'benefits',
  scope: 'month',
  kinds: { 'household.twice': warning('chair') },
  look: async (facts) =>
    (await facts.pairs()).flatMap(({ award, other, by, kind, day }): Found[] =>
      kind === 'home' && (by === 'phone' || by === 'relative')
        ? [
            {
              kind: 'household.twice',
              subject: `${award}+${other}`,
              facts: { award, other, by },
              day,
              mend: 'phucloi home list',
            },
          ]
        : [],
    ),
};
