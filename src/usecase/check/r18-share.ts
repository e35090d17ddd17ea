import { yearOf, type Day } from '../../domain/day.ts';
import { warning, type Rule } from './rule.ts';

/** The share of dues that must come back as care, at the year's end; asked only where the union set the share and the dues' item code. */
export const r18: Rule = {
  code: 'R18',
  group: 'funds',
  scope: 'month',
  kinds: { 'share.short': warning('chair') },
  async look(facts) {
    const item = facts.settings.text('check.R18.dues');
    const percent = facts.settings.number('check.R18.care');
    if (item === '' || percent === undefined || !facts.to.endsWith('-12-31')) return [];
    const year = yearOf(facts.to);
    const { dues, care } = await facts.ask.shares({ from: `${year}-01-01` as Day, to: facts.to }, item);
    if (care * 100 >= dues * percent) return [];
    return [
      {
        kind: 'share.short',
        subject: String(year),
        facts: { year, dues, care, percent },
        mend: `phucloi balance --as-of ${facts.to}`,
      },
    ];
  },
};
