import type { Found } from '../../domain/finding.ts';
import { error, never, PROVE, type Rule } from './rule.ts';

/** What a fund's reasons add up to is there, and a statement begins where the one before it ended. */
export const r17: Rule = {
  code: 'R17',
  group: 'funds',
  scope: 'month',
  kinds: { 'fund.difference': never('accountant'), 'statement.opening': error('accountant') },
  look: async (facts) => [
    ...(await facts.funds())
      .filter((line) => line.difference !== 0)
      .map(({ fund: { code: fund }, closing, money, difference }): Found => ({
        kind: 'fund.difference',
        subject: fund,
        facts: { fund, closing, money, difference },
        mend: PROVE,
      })),
    ...(await facts.ask.openings(facts)).map((statement): Found => ({
      kind: 'statement.opening',
      subject: `${statement.place}@${statement.day}`,
      facts: statement,
      day: statement.day,
      mend: 'phucloi statement list',
    })),
  ],
};
