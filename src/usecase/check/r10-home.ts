import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** One Union Home in a life, and instalments that together are no more than the level. */
export const r10: Rule = {
  code: 'R10',
  group: 'benefits',
  scope: 'month',
  kinds: { 'home.second': error('chair'), 'home.above': error('chair') },
  look: async (facts) => {
    const second = (await facts.ask.secondHomes(facts)).map(({ award, other, day }): Found => ({
      kind: 'home.second',
      subject: award,
      facts: { award, other },
      day,
      mend: 'phucloi home list',
    }));
    const above = (await facts.decided()).flatMap(({ award, kind, level, total, day, round }): Found[] =>
      kind === 'home' && level !== undefined && total > level
        ? [
            {
              kind: 'home.above',
              subject: award,
              facts: { award, level, total },
              day,
              mend: `phucloi home list --round ${round}`,
            },
          ]
        : [],
    );
    return [...second, ...above];
  },
};
