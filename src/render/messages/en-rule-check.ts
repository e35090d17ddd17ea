import type { Messages } from '../messages.ts';
import { d, day } from './en-terms.ts';

/** More money or less, in words. */
const more = (amount: number) => (amount < 0 ? `${d(-amount)} less` : `${d(amount)} more`);

/** Which awards other rules would touch, rule by rule. */
export const rulesChecked: Messages['done']['rulesChecked'] = (a) =>
  [
    a.awards === 0
      ? `Rules tried: ${a.rules}; awards judged: ${a.judged}; none would change. Nothing was recorded.`
      : `Rules tried: ${a.rules}; awards judged: ${a.judged}; ${a.awards} would change. Nothing was recorded.`,
    ...a.totals.map((t) => {
      const parts = [
        t.breaks > 0 ? `${t.breaks} would break it` : '',
        t.keeps > 0 ? `${t.keeps} would keep it` : '',
        t.freed > 0 ? `${t.freed} no longer asked` : '',
        t.waived > 0 ? `${t.waived} waived already` : '',
      ].filter(Boolean);
      const moves =
        t.difference === undefined || t.difference === 0 ? '' : `; at the norm ${more(t.difference)}`;
      return `  ${t.rule}: ${parts.join(', ')}; ${d(t.amount)} in all${moves}.`;
    }),
    ...(a.difference === undefined || a.difference === 0
      ? []
      : [`At the new norms it would all come to ${more(a.difference)}.`]),
  ].join('\n');

export const rulesTitle = (from: string | number | undefined): string =>
  from === undefined
    ? 'Awards that the new rules would change (đồng)'
    : `Awards that the new rules would change if they held from ${day(String(from))} (đồng)`;

export const RULE_COLUMNS = { rule: 'Rule', change: 'Change', found: 'Allowed and found' } as const;

export const RULE_VALUES = {
  'change.breaks': 'would break',
  'change.keeps': 'would keep',
  'change.freed': 'no longer asked',
  'change.waived': 'waived already',
} as const;
