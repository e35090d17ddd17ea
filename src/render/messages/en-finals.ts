import type { FinalsDone } from './finals.ts';
import { d, list } from './en-terms.ts';

export const finalsDone = (): FinalsDone => ({
  finalAccounts: (a) =>
    [
      `Wrote ${a.path}: year ${a.year}, funds ${list(a.funds)}.`,
      `Opening ${d(a.opening)} + income ${d(a.income)} - spending ${d(a.spending)} = closing ${d(a.closing)}.`,
      ...(a.complete
        ? []
        : [
            'Headed as the welfare part, which does not replace B07: the funds are not declared to be kept here in full.',
            'If they are (dues, union contribution, shares from above): phucloi setting set final-accounts.funds FUND',
          ]),
      ...(a.complete && a.uncoded > 0
        ? [
            `Vouchers without an item code, which go by their kind: ${a.uncoded}; the last sheet lists them for the accountant.`,
          ]
        : []),
      ...(a.verified
        ? []
        : ['Not all of the codes that come with the program are verified: check those marked (*).']),
    ].join('\n'),
});
