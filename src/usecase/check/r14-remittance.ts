import { ZERO } from '../../domain/dong.ts';
import type { Found } from '../../domain/finding.ts';
import { error, type Rule } from './rule.ts';

/** What was collected for the union above is with it by its day, and no two units claim the same transfer. */
export const r14: Rule = {
  code: 'R14',
  group: 'remittances',
  scope: 'month',
  kinds: {
    'fund.unremitted': error('chair'),
    'appeal.unremitted': error('chair'),
    'remittance.twice': error('accountant'),
  },
  async look(facts) {
    const lines = await facts.funds();
    const funds = lines.flatMap(({ fund, closing }): Found[] => {
      const { code, kind, remitBy: due, owner } = fund;
      if (kind !== 'held' || due === undefined || due > facts.to || closing <= 0) return [];
      const mend = `phucloi remit --fund ${code} --amount ${closing} --on … --to "${owner}"`;
      return [
        { kind: 'fund.unremitted', subject: code, facts: { fund: code, due, owed: closing }, day: due, mend },
      ];
    });
    const appeals = (await facts.ask.dueAppeals(facts.to)).flatMap(
      ({ appeal, fund, due, received }): Found[] => {
        const line = lines.find((each) => each.fund.id === fund);
        const closing = line?.closing ?? ZERO;
        const owed = received < closing ? received : closing;
        if (line === undefined || owed <= 0) return [];
        const { code, owner } = line.fund;
        // The fund's own day has passed too: its finding asks for this money already.
        if (funds.some((each) => each.subject === code)) return [];
        const mend = `phucloi remit --fund ${code} --amount ${owed} --on … --to "${owner}"`;
        return [
          {
            kind: 'appeal.unremitted',
            subject: appeal,
            facts: { appeal, fund: code, due, owed },
            day: due,
            mend,
          },
        ];
      },
    );
    const twice = (await facts.ask.twins(facts, ['contribution', 'receipt', 'remittance'], false)).map(
      ({ day, ...twin }): Found => ({
        kind: 'remittance.twice',
        subject: `${twin.first}+${twin.second}`,
        facts: twin,
        day,
        mend: `phucloi entry show ${twin.second}`,
      }),
    );
    return [...funds, ...appeals, ...twice];
  },
};
