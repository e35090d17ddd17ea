import { quoted } from '../../domain/command-line.ts';
import type { Found } from '../../domain/finding.ts';
import { owedOn } from '../owed.ts';
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
    const owed = (await owedOn(facts.reader, facts.to)).flatMap((row): Found[] => {
      const { fund, appeal, due, owed } = row;
      if (due === undefined || due > facts.to) return [];
      const under = appeal === undefined ? '' : ` --appeal ${appeal}`;
      const mend = `phucloi remit --fund ${fund}${under} --amount ${owed} --on … --to ${quoted(row.owner)}`;
      return appeal === undefined
        ? [{ kind: 'fund.unremitted', subject: fund, facts: { fund, due, owed }, day: due, mend }]
        : [
            {
              kind: 'appeal.unremitted',
              subject: appeal,
              facts: { appeal, fund, due, owed },
              day: due,
              mend,
            },
          ];
    });
    const twice = (await facts.ask.twins(facts, ['contribution', 'receipt', 'remittance'], false)).map(
      ({ day, ...twin }): Found => ({
        kind: 'remittance.twice',
        subject: `${twin.first}+${twin.second}`,
        facts: twin,
        day,
        mend: `phucloi entry show ${twin.second}`,
      }),
    );
    return [...owed, ...twice];
  },
};
