import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

/** Units' targets against their appeal's, and a grant that one paper gives twice. */
export const r16: Rule = {
  code: 'R16',
  group: 'remittances',
  scope: 'month',
  kinds: { 'appeal.targets': warning('chair'), 'allocation.twice': warning('accountant') },
  look: async (facts) => [
    ...(await facts.ask.targets())
      .filter(({ goal, targets }) => goal !== targets)
      .map((appeal): Found => ({
        kind: 'appeal.targets',
        subject: appeal.appeal,
        facts: appeal,
        mend: `phucloi appeal show ${appeal.appeal}`,
      })),
    ...(await facts.ask.twins(facts, ['allocation'], true)).map(({ day, ...twin }): Found => ({
      kind: 'allocation.twice',
      subject: `${twin.first}+${twin.second}`,
      facts: twin,
      day,
      mend: `phucloi entry reverse ${twin.second} --reason …`,
    })),
  ],
};
