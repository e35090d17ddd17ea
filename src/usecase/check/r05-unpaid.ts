import { daysBetween, type Found } from '../../domain/finding.ts';
import { error, notice, type Rule } from './rule.ts';

/** Decided and unpaid is a promise with an age, past its days an error; a signature without a payment always is one. */
export const r05: Rule = {
  code: 'R05',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'award.unpaid': notice('cashier'),
    'award.late': error('chair'),
    'award.phantom': error('chair'),
  },
  look: async (facts) => {
    const limit = facts.settings.number('check.R05.days');
    const unpaid = (await facts.unpaid()).map(({ round, kind, people, total, since }): Found => {
      const days = daysBetween(since, facts.to);
      const mend = `phucloi ${kind} pay --round ${round} --from … --on …`;
      const found = { subject: round, day: since, mend };
      return limit !== undefined && days > limit
        ? { kind: 'award.late', ...found, facts: { round, people, total, since, days: limit } }
        : { kind: 'award.unpaid', ...found, facts: { round, people, total } };
    });
    const phantoms = (await facts.ask.phantoms(facts.to)).map(
      ({ award, kind, unit, day, total, round }): Found => ({
        kind: 'award.phantom',
        subject: award,
        facts: { award, unit, signedOn: day, total },
        day,
        mend: `phucloi ${kind} pay --round ${round} --from … --on …`,
      }),
    );
    return [...unpaid, ...phantoms];
  },
};
