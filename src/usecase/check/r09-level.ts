import { yearOf } from '../../domain/day.ts';
import { asDong } from '../../domain/dong.ts';
import type { Found } from '../../domain/finding.ts';
import { error, warning, type Rule } from './rule.ts';

/** An award against its round's level, a cap, and how often a year one person is helped; years before the book count. */
export const r09: Rule = {
  code: 'R09',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'level.differs': warning('chair', 'check.R09.level'),
    'level.cap': error('chair'),
    'level.times': warning('chair'),
  },
  look: async (facts) => {
    const cap = facts.settings.number('check.R09.cap');
    const limit = facts.settings.number('check.R09.times');
    const found = (await facts.decided()).flatMap(
      ({ award, category, level, total, kind, round, day }): Found[] => {
        const mend = `phucloi ${kind} list --round ${round}`;
        const differs = level !== undefined && total > 0 && level !== total && kind !== 'home';
        return [
          ...(differs
            ? [
                {
                  kind: 'level.differs',
                  subject: award,
                  facts: { award, category, level, total },
                  mend,
                  day,
                } as const,
              ]
            : []),
          ...(cap !== undefined && total > cap
            ? [
                {
                  kind: 'level.cap',
                  subject: award,
                  facts: { award, cap: asDong(cap), total },
                  mend,
                  day,
                } as const,
              ]
            : []),
        ];
      },
    );
    if (limit === undefined) return found;
    const year = yearOf(facts.from);
    const often = (await facts.ask.yearly(facts, year)).filter(({ times }) => times > limit);
    return [
      ...found,
      ...often.map(({ beneficiary, times }): Found => ({
        kind: 'level.times',
        subject: `${beneficiary}@${year}`,
        facts: { beneficiary, year, times, limit },
        mend: `phucloi ledger member ${beneficiary}`,
      })),
    ];
  },
};
