import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

/** So many times the middle of its round, and an award is likelier a slip than a gift. */
const FAR = 10;

/** Amounts a magnitude off: in a list of gifts, and among a round's awards. Never a bank's line. */
export const r19: Rule = {
  code: 'R19',
  group: 'lists',
  scope: 'month',
  kinds: { 'row.magnitude': warning('accountant'), 'award.magnitude': warning('chair', 'check.R19.median') },
  look: async (facts) => [
    ...(await facts.ask.flagged(facts)).map(({ day, ...list }): Found => ({
      kind: 'row.magnitude',
      subject: list.document,
      facts: list,
      day,
      mend: `phucloi contribution list --document ${list.document}`,
    })),
    ...(await facts.decided())
      .filter(({ total, median }) => total > median * FAR)
      .map(({ award, total, median, kind, round, day }): Found => ({
        kind: 'award.magnitude',
        subject: award,
        facts: { award, total, median },
        day,
        mend: `phucloi ${kind} list --round ${round}`,
      })),
  ],
};
