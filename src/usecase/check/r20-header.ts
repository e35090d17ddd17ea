import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

const HEADER = ['header.employees', 'header.members', 'header.payroll'] as const;

/** What the head of the yearly settlement prints, asked for in December and only where item codes are kept. */
export const r20: Rule = {
  code: 'R20',
  group: 'period',
  scope: 'month',
  kinds: { 'header.missing': warning('accountant', 'check.R20.header') },
  async look(facts) {
    if (!facts.to.endsWith('-12-31')) return [];
    const missing = HEADER.filter((name) => facts.settings.text(name) === '');
    const year = { from: facts.to.replace('-12-31', '-01-01') as typeof facts.to, to: facts.to };
    if (missing.length === 0 || !(await facts.ask.usesItems(year))) return [];
    return missing.map((setting): Found => ({
      kind: 'header.missing',
      subject: setting,
      facts: { setting },
      mend: `phucloi setting set ${setting} …`,
    }));
  },
};
