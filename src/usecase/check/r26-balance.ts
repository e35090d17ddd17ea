import type { Found } from '../../domain/finding.ts';
import { never, PROVE, type Rule } from './rule.ts';

/** Day balances against the postings they are made of: the one look that reads every posting. */
export const r26: Rule = {
  code: 'R26',
  group: 'book',
  scope: 'book',
  kinds: { 'balance.stale': never('accountant') },
  look: async (facts) =>
    (await facts.reader.staleBalances()).map((key): Found => ({
      kind: 'balance.stale',
      subject: key,
      facts: { key },
      mend: PROVE,
    })),
};
