import { error, type Rule } from './rule.ts';

/** Decided, paid and signed for are three figures: whoever signed for less was paid less, whatever the list says. */
export const r04: Rule = {
  code: 'R04',
  group: 'benefits',
  scope: 'month',
  kinds: { 'award.amounts': error('chair') },
  look: async (facts) =>
    (await facts.ask.unequal(facts)).map(({ award, kind, round, decided, paid, signed, day }) => ({
      kind: 'award.amounts',
      subject: award,
      facts: { award, decided, paid, signed },
      day,
      mend: `phucloi ${kind} list --round ${round}`,
    })),
};
