import { fold } from '../../domain/name.ts';
import type { Found } from '../../domain/finding.ts';
import { warning, type Rule } from './rule.ts';

const APART = ['preparer', 'accountant', 'cashier'] as const;

/** Whoever prepares, books and holds the money are different people. */
export const r22: Rule = {
  code: 'R22',
  group: 'people',
  scope: 'month',
  kinds: { 'officer.same': warning('chair', 'check.R22.officers') },
  async look(facts) {
    const officers = await facts.reader.officers(facts.to);
    const found: Found[] = [];
    for (const [at, first] of APART.entries()) {
      for (const second of APART.slice(at + 1)) {
        const names = new Set(officers.filter(({ role }) => role === first).map(({ name }) => fold(name)));
        if (!officers.some(({ role, name }) => role === second && names.has(fold(name)))) continue;
        const mend = `phucloi officer add --role ${second} --name … --from …`;
        found.push({ kind: 'officer.same', subject: `${first}+${second}`, facts: { first, second }, mend });
      }
    }
    return found;
  },
};
