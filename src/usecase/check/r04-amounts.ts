import type { Found } from '../../domain/finding.ts';
import { add } from '../../domain/dong.ts';
import { error, type Rule } from './rule.ts';

/**
 * Decided, paid, signed for and reported are four figures: whoever signed for less was paid less, whatever the list or
 * the report says.
 */
export const r04: Rule = {
  code: 'R04',
  group: 'benefits',
  scope: 'month',
  kinds: { 'award.amounts': error('chair'), 'reported.amount': error('chair') },
  look: async (facts) => {
    const unequal = (await facts.ask.unequal(facts)).map(
      ({ award, kind, round, decided, paid, signed, day }): Found => ({
        kind: 'award.amounts',
        subject: award,
        facts: { award, decided, paid, signed },
        day,
        mend: `phucloi ${kind} list --round ${round}`,
      }),
    );
    const reported = (await (await facts.reader.homes()).reported(facts.to)).flatMap((fact): Found[] => {
      const { award, kind, round, day, reported: said, paid, signed = paid, outside } = fact;
      // A report may tell what went through our hands, or what came from every source.
      // Whoever signed and gave some of it back was helped with what stayed.
      const kept = signed < paid ? signed : paid;
      if (paid <= 0 || said === kept || said === add(kept, outside)) return [];
      return [
        {
          kind: 'reported.amount',
          subject: award,
          facts: { award, reported: said, signed, paid },
          day,
          mend: `phucloi ${kind} list --round ${round}`,
        },
      ];
    });
    return [...unequal, ...reported];
  },
};
