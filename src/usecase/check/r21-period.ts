import type { Found } from '../../domain/finding.ts';
import { notice, warning, type Rule } from './rule.ts';

/** A figure's own period against the month that counts it: late items, and gift days of another year. */
export const r21: Rule = {
  code: 'R21',
  group: 'period',
  scope: 'month',
  kinds: { 'period.late': notice('accountant', 'check.R21.late'), 'period.year': warning('accountant') },
  async look(facts) {
    const { entries, total } = await facts.reader.late(facts.from, facts.to);
    const mend = `phucloi entry list --period ${facts.period}`;
    const late: Found[] =
      entries === 0 ? [] : [{ kind: 'period.late', subject: facts.period, facts: { entries, total }, mend }];
    const years = (await facts.ask.otherYears(facts)).map((other): Found => ({
      kind: 'period.year',
      subject: `${facts.period}/${other.year}`,
      facts: other,
      mend,
    }));
    return [...late, ...years];
  },
};
