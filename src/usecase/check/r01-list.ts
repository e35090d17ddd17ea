import { error, type Rule } from './rule.ts';

/** A list's total against what stands of it: a row that was reversed alone leaves the paper and the book apart. */
export const r01: Rule = {
  code: 'R01',
  group: 'lists',
  scope: 'month',
  kinds: { 'list.reversed': error('accountant') },
  look: async (facts) =>
    (await facts.ask.reversedLists(facts)).map(({ day, ...list }) => ({
      kind: 'list.reversed',
      subject: list.document,
      facts: list,
      day,
      mend: `phucloi contribution list --document ${list.document}`,
    })),
};
