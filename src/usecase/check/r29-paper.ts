import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** Money went out before its papers, and the day for which they were promised has passed without them. */
export const r29: Rule = {
  code: 'R29',
  group: 'benefits',
  scope: 'month',
  kinds: { 'paper.overdue': error('accountant') },
  look: async (facts) => {
    const cases = await facts.reader.caseFacts();
    // A day to come is not missed yet.
    const on = facts.to < facts.today ? facts.to : facts.today;
    return (await cases.overduePapers(on)).map(({ award, programme, kind, due }): Found => ({
      kind: 'paper.overdue',
      subject: `${award} ${kind}`,
      facts: { award, paper: kind, due },
      day: due,
      mend: `phucloi ${programme} paper ${kind} --case ${award} --on … --no …`,
    }));
  },
};
