import type { Found } from '../../domain/finding.ts';
import { lacking } from '../restricted.ts';
import { error, type Rule } from './rule.ts';

/** A fund pays for what it was for on that day; what was given for one thing is not spent on another. */
export const r11: Rule = {
  code: 'R11',
  group: 'funds',
  scope: 'month',
  kinds: { 'fund.purpose': error('chair'), 'restriction.spent': error('chair') },
  look: async (facts) => {
    const off = (await facts.ask.offPurpose(facts)).map(
      ({ fund, purpose, voucher, entry, day, amount }): Found => {
        const subject = voucher === '' ? `#${entry}` : voucher;
        return {
          kind: 'fund.purpose',
          subject,
          facts: { fund, purpose, voucher: subject, day, amount },
          day,
          mend: `phucloi entry reverse ${entry} --reason …`,
        };
      },
    );
    const spent = (await lacking(facts.reader, facts.to)).map(({ fund, restricted, money }): Found => ({
      kind: 'restriction.spent',
      subject: fund,
      facts: { fund, restricted, money },
      mend: `phucloi ledger fund ${fund} --period ${facts.period}`,
    }));
    return [...off, ...spent];
  },
};
