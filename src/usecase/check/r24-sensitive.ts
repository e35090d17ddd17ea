import sensitive from '../../../data/sensitive.json' with { type: 'json' };
import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

/** A word about somebody's health in what a published ledger prints. */
export const r24: Rule = {
  code: 'R24',
  group: 'people',
  scope: 'month',
  kinds: { 'content.sensitive': warning('accountant', 'check.R24.words') },
  look: async (facts) =>
    (await facts.ask.contents(facts, sensitive.words)).map(({ voucher, entry, day }): Found => {
      const subject = voucher === '' ? `#${entry}` : voucher;
      return {
        kind: 'content.sensitive',
        subject,
        facts: { voucher: subject },
        day,
        mend: `phucloi voucher list --from ${day} --to ${day}`,
      };
    }),
};
