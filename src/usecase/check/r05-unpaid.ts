import { daysBetween, type Found } from '../../domain/finding.ts';
import type { Facts } from './facts.ts';
import { error, notice, type Rule } from './rule.ts';

/**
 * Decided and unpaid is a promise with an age, past its days an error; a signature without a payment always is one, and
 * so is a person who was reported as helped and was not.
 */
export const r05: Rule = {
  code: 'R05',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'award.unpaid': notice('cashier'),
    'award.late': error('chair'),
    'award.phantom': error('chair'),
    'reported.unpaid': error('chair'),
    'reported.withdrawn': error('chair'),
    'reported.unknown': error('chair'),
    'reported.count': error('chair'),
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
    return [...unpaid, ...phantoms, ...(await falselyReported(facts))];
  },
};

/** What was reported upward, held against what the book paid: person by person, and people by number. */
async function falselyReported(facts: Facts): Promise<Found[]> {
  const homes = await facts.reader.homes();
  const awards = (await homes.reported(facts.to)).flatMap((fact): Found[] => {
    const { award, kind, round, day, state, reported, paid } = fact;
    if (paid > 0) return [];
    const found = { subject: award, facts: { award, reported }, day };
    return state === 'rejected' || state === 'cancelled'
      ? [{ kind: 'reported.withdrawn', ...found, mend: `phucloi ${kind} list --round ${round}` }]
      : [{ kind: 'reported.unpaid', ...found, mend: `phucloi ${kind} pay --round ${round} --from … --on …` }];
  });
  const rounds = (await homes.reportedRounds(facts.to)).flatMap(
    ({ round, kind, day, reported, paid, unknown }): Found[] => {
      const found = { subject: round, day, mend: `phucloi ${kind} list --round ${round}` };
      return [
        ...(unknown.length === 0
          ? []
          : [
              {
                kind: 'reported.unknown' as const,
                ...found,
                facts: { round, people: unknown.length, rows: unknown.slice(0, ROWS_MAX) },
              },
            ]),
        ...(reported === paid
          ? []
          : [{ kind: 'reported.count' as const, ...found, facts: { round, reported, paid } }]),
      ];
    },
  );
  return [...awards, ...rounds];
}

/** Rows that a finding names. */
const ROWS_MAX = 20;
