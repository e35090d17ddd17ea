import { error, type Rule } from './rule.ts';

/** Paid, and nobody signed. */
export const r03: Rule = {
  code: 'R03',
  group: 'benefits',
  scope: 'month',
  kinds: { 'award.unsigned': error('cashier') },
  look: async (facts) =>
    (await facts.unsigned()).map(({ award, unit, day, total, kind }) => ({
      kind: 'award.unsigned',
      subject: award,
      facts: { award, unit, paidOn: day, total },
      day,
      mend: `phucloi ${kind} sign --case ${award} --all`,
    })),
};
